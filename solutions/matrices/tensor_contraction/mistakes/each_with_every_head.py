import numpy as np


def scores(Q, K):
    return np.einsum("bhid,bgjd->bhij", Q, K)
