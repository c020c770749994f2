from math import cos, sin


def partials(x, y):
    return x ** {{p}} + x * cos(x * y), {{p}} * x ** {{p - 1}} * y + y * cos(x * y)


def tangent_plane(x0, y0):
    fy, fx = partials(x0, y0)
    return lambda x, y: x0 ** {{p}} * y0 + sin(x0 * y0) + fx * (x - x0) + fy * (y - y0)
