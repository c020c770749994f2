import numpy as np


def sqrt_gap(x):
    if x < 1:
        return np.sqrt(x + 1) - np.sqrt(x)  # at least 0.41: nothing cancels here
    # sqrt(x) (sqrt(1 + 1/x) - 1)
    return np.sqrt(x) * np.expm1(0.5 * np.log1p(1 / x))


def one_minus_cos(x):
    c = np.cos(x)
    if c <= 0:
        return 1 - c  # a sum, really
    return np.sin(x) ** 2 / (1 + c)


def small_root(a, b, c):
    ratio = 4 * a * c / b**2  # between -1/2 and 1/2
    return -2 * (c / b) / (1 + np.sqrt(1 - ratio))
