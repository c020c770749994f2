from math import cos, sin


def partials(x, y):
    total = 2 * x * y + x**2 + (x + y) * cos(x * y)
    return total, total


def tangent_plane(x0, y0):
    fx, fy = 2 * x0 * y0 + y0 * cos(x0 * y0), x0**2 + x0 * cos(x0 * y0)
    return lambda x, y: x0**2 * y0 + sin(x0 * y0) + fx * (x - x0) + fy * (y - y0)
