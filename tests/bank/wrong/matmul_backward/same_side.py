import numpy as np


def matmul_backward(G, A, B):
    dA = np.dot(G, np.transpose(B))
    dB = np.dot(np.transpose(G), A)
    return dA, dB
