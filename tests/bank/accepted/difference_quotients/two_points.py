import numpy as np


def secant(f, left, right):
    rise = f(right) - f(left)
    return np.float64(rise / (right - left))


def forward_diff(f, x, h):
    return secant(f, x, x + h)


def central_diff(f, x, h):
    return secant(f, x - h, x + h)
