import numpy as np


def update(state, x):
    n, mean, var = state
    new_mean = (n * mean + x) / (n + 1)
    ex2 = (n * (var / max(n, 1) + mean**2) + x**2) / (n + 1)
    return n + 1, new_mean, (n + 1) * np.abs(ex2 - new_mean**2)


def merge(a, b):
    n = a[0] + b[0]
    mean = (a[0] * a[1] + b[0] * b[1]) / n
    m2 = a[2] + b[2] + (a[1] - b[1]) ** 2 * n / 4
    return n, mean, m2
