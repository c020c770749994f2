import numpy as np


def matmul_backward(G, A, B) -> tuple[np.ndarray, np.ndarray]:
    """Return (dA, dB), the slopes of a loss by A and by B, where Y = A @ B.

    G: (m, n), the slope of the loss by each entry of Y
    A: (m, k)
    B: (k, n)

    dA has shape (m, k), dB has shape (k, n).
    """
    raise NotImplementedError
