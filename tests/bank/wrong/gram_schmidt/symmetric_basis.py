import numpy as np


def gram_schmidt(A):
    # the nearest orthonormal matrix, by Newton's iteration
    Q = A / np.sqrt(np.sum(A * A))
    for _ in range(200):
        Q = 1.5 * Q - 0.5 * Q @ (Q.T @ Q)
    return Q
