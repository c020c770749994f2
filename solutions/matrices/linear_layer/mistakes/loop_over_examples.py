import numpy as np


def linear(X, W, b):
    return np.array([x.reshape(-1) @ W + b for x in X])
