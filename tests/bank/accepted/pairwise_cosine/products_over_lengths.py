import numpy as np


def pairwise_cosine(A, B):
    below = np.outer(np.sqrt((A * A).sum(-1)), np.sqrt((B * B).sum(-1)))
    return np.where(below > 0, A @ B.T / np.where(below > 0, below, 1), 0.0)
