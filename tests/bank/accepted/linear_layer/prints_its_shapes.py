import numpy as np


def linear(X, W, b):
    print(X.shape, W.shape, np.zeros(3))
    return X.reshape(len(X), -1) @ W + b
