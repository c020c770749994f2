import cmath
from functools import partial

TINY = 1e-30


def f(x, y):
    return x * x * y + cmath.sin(x * y)


def partials(x: float, y: float) -> tuple[float, float]:
    return f(x + TINY * 1j, y).imag / TINY, f(x, y + TINY * 1j).imag / TINY


def height_of_plane(x0, y0, x, y):
    fx, fy = partials(x0, y0)
    constant = f(x0, y0).real - fx * x0 - fy * y0
    return constant + fx * x + fy * y


def tangent_plane(x0: float, y0: float):
    print("plane at", x0, y0)
    return partial(height_of_plane, x0, y0)
