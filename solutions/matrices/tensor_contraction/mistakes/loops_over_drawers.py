import numpy as np


def scores(Q, K):
    B, H, n, _ = Q.shape
    S = np.zeros((B, H, n, K.shape[2]))
    for b in range(B):
        for h in range(H):
            S[b, h] = Q[b, h] @ K[b, h].T
    return S
