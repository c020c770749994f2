import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    Z = np.dot(X, W1) + b1
    H = np.maximum(Z, 0)
    S = np.dot(H, W2) + b2
    e = np.exp(S - S.max(axis=1, keepdims=True))
    P = e / e.sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(n), y]).mean()
    P[np.arange(n), y] -= 1
    P = P / n
    D = np.dot(P, W2.T) * (H > 0)
    grads = {"W1": np.dot(X.T, D), "b1": D.sum(0), "W2": np.dot(H.T, P), "b2": P.sum(0)}
    for parameter, name in ((W1, "W1"), (b1, "b1"), (W2, "W2"), (b2, "b2")):
        np.subtract(parameter, 0.01 * grads[name], out=parameter)
    return loss, grads
