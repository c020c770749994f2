import numpy as np


def matmul_backward(G, A, B) -> tuple[np.ndarray, np.ndarray]:
    dA = np.einsum("ic,jc->ij", G, B)
    dB = np.einsum("ij,ic->jc", A, G)
    return dA, dB
