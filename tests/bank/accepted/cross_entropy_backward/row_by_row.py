import math

import numpy as np


def log_sum_exp(row):
    m = max(row)
    return m + math.log(sum(math.exp(v - m) for v in row))


def softmax_xent(Z, y):
    N, C = Z.shape
    total = 0.0
    dZ = np.zeros((N, C))
    for n in range(N):
        norm = log_sum_exp(Z[n])
        total += norm - Z[n, y[n]]
        for c in range(C):
            p = math.exp(Z[n, c] - norm)
            dZ[n, c] = (p - (c == y[n])) / N
    return total / N, dZ
