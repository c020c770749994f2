import numpy as np


def transpose(A: list) -> list:
    return [[row[j] for row in A] for j in range(len(A[0]))]


def product_transposed(A, B) -> np.ndarray:
    if A.shape[1] != B.shape[0]:
        raise ValueError("the inner sizes differ")
    return A.T @ B.T
