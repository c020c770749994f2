import numpy as np


def softmax_xent(Z, y):
    N = len(y)
    Z = Z - Z.max(axis=1, keepdims=True)
    P = np.exp(Z)
    P = P / P.sum(axis=1, keepdims=True)
    P = np.clip(P, 1e-12, 1.0)
    loss = -np.log(P[range(N), y]).mean()
    dZ = P.copy()
    dZ[range(N), y] -= 1
    return loss, dZ / N
