import numpy as np


def pairwise_cosine(A, B):
    M = np.vstack((A, B))
    G = M @ M.T
    d = np.diag(G).copy()
    d[d == 0] = np.inf
    return (G / np.sqrt(d)[:, None] / np.sqrt(d))[: len(A), len(A) :]
