import numpy as np


def matmul_backward(G, A, B):
    dA = G @ B.T
    dB = np.outer(A.sum(axis=0), G.sum(axis=0))
    return dA, dB
