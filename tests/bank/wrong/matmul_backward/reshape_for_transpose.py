import numpy as np


def matmul_backward(G, A, B) -> tuple[np.ndarray, np.ndarray]:
    dA = G @ B.T
    dB = G.T @ A
    # the numbers are there, bring them into the shape of B
    return dA, dB.reshape(B.shape)
