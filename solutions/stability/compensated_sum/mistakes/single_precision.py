import numpy as np


def neumaier_sum(x):
    s = np.float32(0)
    c = np.float32(0)
    for v in x.astype(np.float32):
        t = s + v
        if abs(s) >= abs(v):
            c += (s - t) + v
        else:
            c += (v - t) + s
        s = t
    return float(s + c)
