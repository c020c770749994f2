import numpy as np


def linear(X, W, b):
    flat = np.array([np.ravel(x) for x in X])
    product = flat.dot(W)
    column = np.atleast_2d(b).T
    product = product + column
    return product
