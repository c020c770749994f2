import numpy as np


def gram_schmidt(A):
    for k in range(A.shape[1]):
        for j in range(k):
            A[:, k] -= (A[:, k] @ A[:, j]) * A[:, j]
        A[:, k] /= np.sqrt(A[:, k] @ A[:, k])
    return A
