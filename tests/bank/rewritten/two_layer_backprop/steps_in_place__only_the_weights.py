import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = y.shape[0]
    Z = X.dot(W1) + b1
    H = Z * (Z > 0)
    S = H.dot(W2) + b2
    logs = S - np.log(np.sum(np.exp(S), axis=1, keepdims=True))
    loss = -np.sum(logs[np.arange(n), y]) / n
    E = np.exp(logs)
    E[np.arange(n), y] -= 1
    E = E / n
    B = E.dot(W2.T)
    B[Z <= 0] = 0
    dW1, db1 = X.T.dot(B), np.sum(B, axis=0)
    dW2, db2 = H.T.dot(E), np.sum(E, axis=0)
    W1[:] = W1 - 0.5 * dW1
    W2[:] = W2 - 0.5 * dW2
    return loss, {"W1": dW1, "b1": db1, "W2": dW2, "b2": db2}
