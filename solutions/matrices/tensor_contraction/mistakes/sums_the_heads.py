import numpy as np


def scores(Q, K):
    return np.einsum("bhid,bhjd->bij", Q, K)
