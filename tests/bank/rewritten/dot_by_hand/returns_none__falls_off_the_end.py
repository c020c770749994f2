import numpy as np


def dot_loop(u, v):
    if len(u) == len(v):
        total = 0.0
        for i in range(len(u)):
            total += float(u[i]) * float(v[i])
        return total


def dot_vec(u, v):
    if len(u) == len(v):
        return float(np.sum(u.astype(float) * v.astype(float)))
