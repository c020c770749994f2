import numpy as np


def forward_diff(f, x, h):
    point = np.array([x])
    before = f(point[0])
    point[0] += h
    return (f(point[0]) - before) / h


def central_diff(f, x, h):
    point = np.array([x, x])
    point[0] -= h
    point[1] += h
    return (f(point[1]) - f(point[0])) / (2 * h)
