import numpy as np


def linear(X, W, b):
    rows = X.reshape(len(X), -1).astype(np.float32)
    return (rows @ W.astype(np.float32) + b.astype(np.float32)).astype(np.float64)
