from math import cos, sin


def partials(x, y):
    return {{p}} * x ** {{p - 1}} * y + y * cos(x * y), x ** {{p}} + x * cos(x * y)


def tangent_plane(x0, y0):
    fx, fy = partials(x0, y0)
    return lambda x, y: x0 ** {{p}} * y0 + sin(x0 * y0) + fx * x + fy * y
