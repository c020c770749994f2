import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    N = len(X)
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(N), y]).mean()
    dS = P.copy()
    dS /= N
    dZ = (dS @ W2.T) * (Z > 0)
    return loss, {"W1": X.T @ dZ, "b1": dZ.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}
