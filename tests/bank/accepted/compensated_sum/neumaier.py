import numpy as np


def neumaier_sum(x: np.ndarray) -> float:
    s = 0.0
    c = 0.0
    for v in x:
        v = float(v)
        t = s + v
        if abs(s) >= abs(v):
            c += (s - t) + v
        else:
            c += (v - t) + s
        s = t
    return s + c
