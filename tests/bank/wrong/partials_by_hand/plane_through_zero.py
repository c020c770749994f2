import math


def partials(x, y) -> tuple:
    fx = 2 * x * y + math.cos(x * y) * y
    fy = x**2 + math.cos(x * y) * x
    return (fx, fy)


def tangent_plane(x0, y0):
    fx, fy = partials(x0, y0)

    def plane(x, y):
        return fx * (x - x0) + fy * (y - y0)

    return plane
