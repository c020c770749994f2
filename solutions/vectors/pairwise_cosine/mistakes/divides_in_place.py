import numpy as np


def pairwise_cosine(A, B):
    a = np.linalg.norm(A, axis=1, keepdims=True)
    b = np.linalg.norm(B, axis=1, keepdims=True)
    A /= np.where(a == 0, 1, a)
    B /= np.where(b == 0, 1, b)
    return A @ B.T
