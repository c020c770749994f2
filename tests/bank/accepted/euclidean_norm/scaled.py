import numpy as np


def l2_norm(x):
    m = np.abs(x).max(initial=0.0)
    if m == 0:
        return 0
    return m * np.einsum("i,i", x / m, x / m) ** 0.5
