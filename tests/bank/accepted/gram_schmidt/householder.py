import numpy as np


def gram_schmidt(A):
    m, n = A.shape
    R = A.astype(float).copy()
    H = np.eye(m)
    for k in range(n):
        x = R[k:, k].copy()
        s = 1.0 if x[0] >= 0 else -1.0
        x[0] += s * np.sqrt(x @ x)
        x /= np.sqrt(x @ x)
        R[k:] -= 2 * np.outer(x, x @ R[k:])
        H[:, k:] -= 2 * np.outer(H[:, k:] @ x, x)
    Q = H[:, :n]
    return Q * np.where(np.diag(R) < 0, -1.0, 1.0)
