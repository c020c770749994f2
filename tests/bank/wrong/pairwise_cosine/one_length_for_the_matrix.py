import numpy as np


def pairwise_cosine(A, B):
    na = np.linalg.norm(A) or 1.0
    nb = np.linalg.norm(B) or 1.0
    return (A / na) @ (B / nb).T
