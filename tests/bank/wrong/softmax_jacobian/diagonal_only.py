import numpy as np


def softmax_jacobian(z) -> np.ndarray:
    e = np.exp(z - z.max())
    p = e / e.sum()
    J = np.zeros((len(p), len(p)))
    for i in range(len(p)):
        for j in range(len(p)):
            J[i, j] = p[i] * (1 - p[j]) if i == j else -p[i] * p[j]
    return J


def softmax_vjp(dout, p) -> np.ndarray:
    # no matrix: the slope of each probability by its own score, entry by entry
    return dout * p * (1 - p)
