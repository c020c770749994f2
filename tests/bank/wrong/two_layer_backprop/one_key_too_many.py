import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    loss = -np.mean(np.log(P[np.arange(n), y]))
    D = (P - np.eye(len(b2))[y]) / n
    B = (D @ W2.T) * (Z > 0)
    return loss, {"X": B @ W1.T, "W1": X.T @ B, "b1": B.sum(0), "W2": H.T @ D, "b2": D.sum(0)}
