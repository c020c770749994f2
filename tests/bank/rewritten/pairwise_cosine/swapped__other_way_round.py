import numpy as np


def pairwise_cosine(A, B):
    na = np.linalg.norm(A, axis=1, keepdims=True)
    nb = np.linalg.norm(B, axis=1, keepdims=True)
    return (B / np.where(nb == 0, 1, nb)) @ (A / np.where(na == 0, 1, na)).T
