import math


def numbers(value):
    try:
        return [float(v) for v in value]
    except TypeError:
        return [float(value)]


def jacobian(f, x, h=None):
    import numpy as np

    n = len(x)
    J = None
    for j in range(n):
        step = h
        if step is None:
            step = 1e-5 * max(1.0, math.fabs(x[j]))
        right = np.array([float(v) for v in x])
        left = np.array([float(v) for v in x])
        right[j] += step
        left[j] -= step
        a = numbers(f(right))
        b = numbers(f(left))
        if J is None:
            J = np.zeros((len(a), n))
        for i in range(len(a)):
            J[i, j] = (a[i] - b[i]) / (2 * step)
    print(J)
    return J
