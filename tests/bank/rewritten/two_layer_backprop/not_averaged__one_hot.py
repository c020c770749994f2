import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    Z = np.dot(X, W1) + b1
    A = np.maximum(0, Z)
    S = np.dot(A, W2) + b2
    E = np.exp(S - np.max(S, axis=1, keepdims=True))
    P = E / np.sum(E, axis=1, keepdims=True)
    Y = np.zeros(P.shape)
    Y[np.arange(y.size), y] = 1
    loss = -np.sum(Y * np.log(P)) / y.size
    d2 = P - Y
    d1 = np.where(Z > 0, np.dot(d2, W2.T), 0)
    return loss, {"W1": np.dot(X.T, d1), "b1": d1.sum(0), "W2": np.dot(A.T, d2), "b2": d2.sum(0)}
