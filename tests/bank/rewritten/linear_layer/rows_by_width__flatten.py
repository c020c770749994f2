import numpy as np


def linear(X, W, b):
    D = W.shape[0]
    rows = np.reshape(X.flatten(), (-1, D))
    Y = np.matmul(rows, W)
    Y = Y + b
    return Y
