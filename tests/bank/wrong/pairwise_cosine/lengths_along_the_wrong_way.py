import numpy as np


def pairwise_cosine(A, B):
    C = A @ B.T
    na = np.linalg.norm(A, axis=1)
    nb = np.linalg.norm(B, axis=1)
    na, nb = np.where(na == 0, 1, na), np.where(nb == 0, 1, nb)
    if len(na) == len(nb):
        return C / na / nb[:, None]
    return C / na[:, None] / nb
