import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(y)
    Z = np.dot(X, W1) + b1
    H = np.maximum(Z, 0)
    S = np.dot(H, W2) + b2
    powers = np.exp(S - S.max(axis=1, keepdims=True))
    P = powers / powers.sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[np.arange(n), y]))
    D = np.dot(P, W2.T)
    D[Z <= 0] = 0
    return loss, {
        "W1": np.dot(X.T, D) / n,
        "b1": np.mean(D, axis=0),
        "W2": np.dot(H.T, P) / n,
        "b2": np.mean(P, axis=0),
    }
