import numpy as np


def softmax_xent(Z, y):
    N = len(y)
    Z -= Z.max(axis=1, keepdims=True)
    log_p = Z - np.log(np.exp(Z).sum(axis=1, keepdims=True))
    loss = -log_p[np.arange(N), y].mean()
    dZ = np.exp(log_p)
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N
