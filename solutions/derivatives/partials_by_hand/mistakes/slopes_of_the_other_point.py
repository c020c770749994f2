from math import cos, sin


def partials(x, y):
    return {{p}} * x ** {{p - 1}} * y + y * cos(x * y), x ** {{p}} + x * cos(x * y)


def tangent_plane(x0, y0):
    def plane(x, y):
        fx, fy = partials(x, y)
        return x0 ** {{p}} * y0 + sin(x0 * y0) + fx * (x - x0) + fy * (y - y0)

    return plane
