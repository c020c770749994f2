import numpy as np


def linear(X, W, b):
    flat = X.reshape(X.shape[0], -1)
    out = np.zeros((X.shape[0], W.shape[1])) + b
    out = np.matmul(flat, W)
    return out
