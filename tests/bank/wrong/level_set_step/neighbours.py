import numpy as np


def tangent_basis(grad):
    # turn each pair of neighbours by 90 degrees
    n = len(grad)
    B = np.zeros((n - 1, n))
    for i in range(n - 1):
        B[i, i] = -grad[i + 1]
        B[i, i + 1] = grad[i]
        B[i] = B[i] / np.sqrt(np.sum(B[i] ** 2))
    return B
