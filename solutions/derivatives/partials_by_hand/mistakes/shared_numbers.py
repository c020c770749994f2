from math import cos, sin


def partials(x, y):
    return 2 * x * y + y * cos(x * y), x**2 + x * cos(x * y)


def plane(x, y):
    return height + fx * (x - a) + fy * (y - b)


def tangent_plane(x0, y0):
    global height, fx, fy, a, b
    a, b = x0, y0
    height = x0**2 * y0 + sin(x0 * y0)
    fx, fy = partials(x0, y0)
    return plane
