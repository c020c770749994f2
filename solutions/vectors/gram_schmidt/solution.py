import numpy as np


def gram_schmidt(A: np.ndarray) -> np.ndarray:
    """Return Q, of the shape of A, whose columns are orthonormal."""
    Q = np.zeros(A.shape)
    for k in range(A.shape[1]):
        w = A[:, k].astype(np.float64)
        for j in range(k):
            w = w - np.dot(w, Q[:, j]) * Q[:, j]  # the shadow of what is left, not of the column
        Q[:, k] = w / np.sqrt(np.dot(w, w))
    return Q
