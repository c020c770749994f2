import numpy as np


def pairwise_cosine(A, B):
    a = np.sqrt((A * A).sum(1))
    b = np.sqrt((B * B).sum(1))
    a[a == 0] = np.inf
    b[b == 0] = np.inf
    return np.einsum("id,jd->ij", A / a[:, None], B / b[:, None])
