import numpy as np


def neumaier_sum(x):
    s = 0
    c = 0
    for i in range(len(x)):
        v = x[i] + c
        t = s + v
        big, small = (s, v) if np.abs(s) > np.abs(v) else (v, s)
        c = (big - t) + small
        s = t
    return s
