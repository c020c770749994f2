from math import cos, sin


def partials(x, y):
    return {{p}} * x ** {{p - 1}} * y + y * cos(x * y), x ** {{p}} + x * cos(x * y)


def plane(x, y):
    return height + fx * (x - a) + fy * (y - b)


def tangent_plane(x0, y0):
    global height, fx, fy, a, b
    a, b = x0, y0
    height = x0 ** {{p}} * y0 + sin(x0 * y0)
    fx, fy = partials(x0, y0)
    return plane
