import numpy as np


def pairwise_cosine(A, B):
    a, b = A[:, None, :], B[None, :, :]
    with np.errstate(all="ignore"):
        a = a / np.linalg.norm(a, axis=2, keepdims=True)
        b = b / np.linalg.norm(b, axis=2, keepdims=True)
    return np.nan_to_num((a * b).sum(axis=2))
