import numpy as np


def pairwise_cosine(A, B):
    na = np.maximum(np.linalg.norm(A, axis=1, keepdims=True), 1e-8)
    nb = np.maximum(np.linalg.norm(B, axis=1, keepdims=True), 1e-8)
    return (A / na) @ (B / nb).T
