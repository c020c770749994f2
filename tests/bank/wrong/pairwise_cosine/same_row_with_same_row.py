import numpy as np


def pairwise_cosine(A, B):
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    na[na == 0] = 1
    nb[nb == 0] = 1
    return np.sum(A * B, axis=1) / (na * nb)
