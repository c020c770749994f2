import numpy as np


def update(state, x):
    n, mean, m2 = state
    n += 1
    d = np.float32(x) - np.float32(mean)
    mean = np.float32(mean) + d / np.float32(n)
    return n, float(mean), float(np.float32(m2) + d * (np.float32(x) - mean))


def merge(a, b):
    n = a[0] + b[0]
    if n == 0:
        return a
    d = b[1] - a[1]
    return n, a[1] + d * b[0] / n, a[2] + b[2] + d * d * a[0] * b[0] / n
