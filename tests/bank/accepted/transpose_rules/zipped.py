import numpy as np


def transpose(A):
    return list(map(list, zip(*A, strict=True)))


def product_transposed(A, B):
    return np.matmul(np.swapaxes(B, 0, 1), np.swapaxes(A, 0, 1))
