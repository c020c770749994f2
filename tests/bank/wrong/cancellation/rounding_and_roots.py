import numpy as np


def sqrt_gap(x):
    if x > 1e6:
        return 1 / (2 * np.sqrt(x))
    return np.sqrt(x + 1) - np.sqrt(x)


def one_minus_cos(x):
    y = x % (2 * np.pi)
    return np.sin(y) * np.tan(y / 2)


def small_root(a, b, c):
    roots = np.sort(
        [(-b - np.sqrt(b * b - 4 * a * c)) / 2 / a, (-b + np.sqrt(b * b - 4 * a * c)) / 2 / a]
    )
    return roots[0] if b < 0 else roots[1]
