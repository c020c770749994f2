import numpy as np


def linear(X, W, b):
    return np.tensordot(X, W, axes=1) + b
