import numpy as np


def linear(X, W, b):
    rows = np.resize(X, (len(X), len(W)))
    return rows @ W + b
