import numpy as np


def jacobian(f, x, h=None):
    columns = []
    for j in range(len(x)):
        step = h or 6e-6 * max(1, abs(x[j]))
        e = np.zeros(len(x))
        e[j] = step
        above = f(x + e)
        if not isinstance(above, list | tuple):
            above = np.array(above)
        columns.append(np.atleast_1d((above - f(x - e)) / (2 * step)))
    return np.array(columns).T
