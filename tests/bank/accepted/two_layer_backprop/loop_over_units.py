import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    """Loops over units and classes, which the statement allows; never over examples."""
    N, C, units = len(X), len(b2), len(b1)
    Z = np.stack([X @ W1[:, k] + b1[k] for k in range(units)], axis=1)
    H = np.maximum(Z, 0)
    S = np.stack([H @ W2[:, c] + b2[c] for c in range(C)], axis=1)
    E = np.exp(S)
    loss = np.mean(np.log(E.sum(1)) - S[np.arange(N), y])
    error = [(E[:, c] / E.sum(1) - (y == c)) / N for c in range(C)]
    dW2, db2 = np.zeros(W2.shape), np.zeros(C)
    dH = np.zeros(H.shape)
    for c in range(C):
        dW2[:, c], db2[c] = error[c] @ H, error[c].sum()
        dH += np.outer(error[c], W2[:, c])
    dZ = dH * np.sign(H)
    return loss, {"W1": X.T @ dZ, "b1": np.ones(N) @ dZ, "W2": dW2, "b2": db2}
