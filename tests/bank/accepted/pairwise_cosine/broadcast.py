import numpy as np


def pairwise_cosine(A, B):
    dots = (A[:, None, :] * B[None, :, :]).sum(axis=2)
    norms = np.linalg.norm(A, axis=1)[:, None] * np.linalg.norm(B, axis=1)[None, :]
    out = np.zeros_like(dots)
    np.divide(dots, norms, out=out, where=norms != 0)
    return np.clip(out, -1, 1)
