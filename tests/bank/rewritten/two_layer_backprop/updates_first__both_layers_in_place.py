import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    E = np.exp(S - S.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(n), y]).mean()
    P[np.arange(n), y] -= 1
    P /= n
    dW2, db2 = H.T @ P, P.sum(axis=0)
    W2 -= 0.001 * dW2
    b2 -= 0.001 * db2
    dZ = (P @ W2.T) * (Z > 0)
    dW1, db1 = X.T @ dZ, dZ.sum(axis=0)
    W1 -= 0.001 * dW1
    b1 -= 0.001 * db1
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
