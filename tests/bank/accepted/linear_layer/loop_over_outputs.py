import numpy as np


def linear(X, W, b):
    rows = X.reshape(X.shape[0], -1)
    if rows.shape[1] != len(W):
        raise ValueError(f"{rows.shape} and {W.shape}")
    Y = np.empty((len(rows), W.shape[1]))
    for m in range(W.shape[1]):
        Y[:, m] = (rows * W[:, m]).sum(axis=1) + b[m]
    return Y
