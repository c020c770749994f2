import numpy as np

EPSILON = 1e-12
CONSTANTS = {"EPSILON": (1e-10, 1e-9, 1e-8, 1e-7, 1e-6, 1e-5)}


def pairwise_cosine(A, B):
    a = np.linalg.norm(A, axis=1, keepdims=True)
    b = np.linalg.norm(B, axis=1, keepdims=True)
    return A @ B.T / (a * b.T + EPSILON)
