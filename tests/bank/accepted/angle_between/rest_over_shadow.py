import numpy as np


def angle_between(u, v):
    a = u / np.sqrt(u @ u)
    b = v / np.sqrt(v @ v)
    c = a @ b
    rest = b - c * a
    return float(np.arctan2(np.sqrt(rest @ rest), c))
