import numpy as np


def softmax_xent(Z, y):
    N = len(y)
    E = np.exp(Z)
    total = E.sum(axis=1)
    loss = np.mean(np.log(total) - Z[np.arange(N), y])
    dZ = E / total[:, None]
    dZ[np.arange(N), y] -= 1
    return loss, dZ / N
