import math


def partials(x, y) -> tuple:
    by_x = {{p}} * x ** {{p - 1}} * y + y * math.cos(x * y)
    by_y = x ** {{p}} + x * math.cos(x * y)
    return by_x, by_y


def tangent_plane(x0, y0):
    height = x0 ** {{p}} * y0 + math.sin(x0 * y0)
    by_x, by_y = partials(x0, y0)

    def plane(x, y):
        return height + by_x * (x - x0) + by_y * (y - y0)

    return plane
