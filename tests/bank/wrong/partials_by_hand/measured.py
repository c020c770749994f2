from math import sin


def f(x, y):
    return x**2 * y + sin(x * y)


def partials(x, y):
    h = 1e-3
    return (f(x + h, y) - f(x, y)) / h, (f(x, y + h) - f(x, y)) / h


def tangent_plane(x0, y0):
    def plane(x, y):
        fx, fy = partials(x0, y0)
        return f(x0, y0) + fx * (x - x0) + fy * (y - y0)

    return plane
