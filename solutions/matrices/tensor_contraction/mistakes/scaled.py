import numpy as np


def scores(Q, K):
    return np.einsum("bhid,bhjd->bhij", Q, K) / np.sqrt(Q.shape[-1])
