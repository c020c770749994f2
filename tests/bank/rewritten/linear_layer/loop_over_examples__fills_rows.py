import numpy as np


def linear(X, W, b):
    N = X.shape[0]
    M = W.shape[1]
    Y = np.zeros((N, M))
    for n in range(N):
        Y[n] = np.dot(X[n].flatten(), W) + b
    return Y
