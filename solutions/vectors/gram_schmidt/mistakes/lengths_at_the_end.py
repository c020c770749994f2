import numpy as np


def gram_schmidt(A):
    W = A.copy()
    for k in range(A.shape[1]):
        for j in range(k):
            W[:, k] -= (W[:, k] @ W[:, j]) * W[:, j]
    return W / np.sqrt(np.sum(W**2, axis=0))
