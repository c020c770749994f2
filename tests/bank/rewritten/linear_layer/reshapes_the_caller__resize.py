import numpy as np


def linear(X, W, b):
    N = X.shape[0]
    D = int(np.prod(X.shape[1:]))
    X.shape = N, D
    Y = np.dot(X, W)
    return Y + b
