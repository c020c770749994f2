from math import cos, sin


def partials(x, y):
    return 2 * x * y + y * cos(x * y), x**2 + x * cos(x * y)


def tangent_plane(x0, y0):
    fx, fy = partials(x0, y0)
    return lambda x, y: x0**2 * y0 + sin(x0 * y0) + fx * x + fy * y
