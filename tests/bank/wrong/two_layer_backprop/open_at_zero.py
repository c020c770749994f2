import numpy as np


def two_layer(X, y, W1, b1, W2, b2) -> tuple[float, dict[str, np.ndarray]]:
    N = len(X)
    Z = X @ W1 + b1
    H = Z * (Z >= 0)
    S = H @ W2 + b2
    expS = np.exp(S)
    P = expS / expS.sum(axis=1, keepdims=True)
    loss = np.mean(-np.log(P[range(N), y]))
    dS = P
    dS[range(N), y] -= 1
    dS = dS / N
    dH = dS @ W2.T
    dZ = dH * (Z >= 0)
    return loss, {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}
