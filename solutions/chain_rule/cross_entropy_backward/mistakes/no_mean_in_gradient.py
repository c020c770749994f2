import numpy as np


def softmax_xent(Z, y):
    N = Z.shape[0]
    shifted = Z - np.max(Z, axis=1, keepdims=True)
    log_p = shifted - np.log(np.sum(np.exp(shifted), axis=1, keepdims=True))
    loss = -np.mean(log_p[np.arange(N), y])
    dZ = np.exp(log_p)
    dZ[np.arange(N), y] -= 1
    return loss, dZ
