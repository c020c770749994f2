import numpy as np


def transpose(A: list) -> list:
    result = [[] for _ in A[0]]
    for row in A:
        for j, number in enumerate(row):
            result[j].append(number)
    return result


def product_transposed(A, B) -> np.ndarray:
    A_t, B_t = np.transpose(A), np.transpose(B)
    n, k = B_t.shape
    k2, m = A_t.shape
    if k != k2:
        raise ValueError(f"inner sizes {k2} and {k} differ")
    # row j of the result: row j of B transposed, dotted with every column of A transposed
    return np.array([[(B_t[j] * A_t[:, i]).sum() for i in range(m)] for j in range(n)])
