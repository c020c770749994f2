import numpy as np


def linear(X, W, b):
    rows = X.reshape(len(X), -1)
    return np.squeeze(rows @ W + b)
