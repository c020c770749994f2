import numpy as np


def quadratic_forms(X, A):
    return np.squeeze(X[:, None, :] @ A @ X[:, :, None])
