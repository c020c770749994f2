import numpy as np


def linear(X, W, b):
    Y = np.zeros((len(X), len(b)))
    for i, x in enumerate(X):
        Y[i] = x.ravel() @ W
    return Y
