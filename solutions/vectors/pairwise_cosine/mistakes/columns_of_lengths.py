import numpy as np


def pairwise_cosine(A, B):
    a = np.linalg.norm(A, axis=1)
    b = np.linalg.norm(B, axis=1)
    return A @ B.T / np.where(a == 0, 1, a) / np.where(b == 0, 1, b)
