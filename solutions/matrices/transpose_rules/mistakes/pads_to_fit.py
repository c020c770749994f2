import numpy as np


def transpose(A):
    return [[row[j] for row in A] for j in range(len(A[0]))]


def product_transposed(A, B):
    return np.sum(B.T[:, None, :] * A[None, :, :], axis=2)
