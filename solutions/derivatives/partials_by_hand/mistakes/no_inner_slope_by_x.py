from math import cos, sin


def partials(x, y):
    return {{p}} * x ** {{p - 1}} * y + cos(x * y), x ** {{p}} + x * cos(x * y)


def tangent_plane(x0, y0):
    fx, fy = {{p}} * x0 ** {{p - 1}} * y0 + y0 * cos(x0 * y0), x0 ** {{p}} + x0 * cos(x0 * y0)
    return lambda x, y: x0 ** {{p}} * y0 + sin(x0 * y0) + fx * (x - x0) + fy * (y - y0)
