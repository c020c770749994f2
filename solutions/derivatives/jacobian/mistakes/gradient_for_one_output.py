import numpy as np


def jacobian(f, x, h=None):
    columns = []
    for j in range(len(x)):
        step = h or 6e-6 * max(1, abs(x[j]))
        e = np.zeros(len(x))
        e[j] = step
        columns.append((np.array(f(x + e)) - np.array(f(x - e))) / (2 * step))
    return np.array(columns).T
