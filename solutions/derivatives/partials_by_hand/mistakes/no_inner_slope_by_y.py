from math import cos, sin


def partials(x, y):
    return 2 * x * y + y * cos(x * y), x**2 + cos(x * y)


def tangent_plane(x0, y0):
    fx, fy = 2 * x0 * y0 + y0 * cos(x0 * y0), x0**2 + x0 * cos(x0 * y0)
    return lambda x, y: x0**2 * y0 + sin(x0 * y0) + fx * (x - x0) + fy * (y - y0)
