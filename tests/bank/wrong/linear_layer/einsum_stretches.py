import numpy as np


def linear(X, W, b):
    return np.einsum("nd,dm->nm", X.reshape(len(X), -1), W) + b
