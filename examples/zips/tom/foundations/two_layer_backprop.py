from softmax import softmax
import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    N = len(X)
    A = X @ W1 + b1
    H = np.maximum(A, 0)
    P = softmax(H @ W2 + b2, axis=1)
    loss = -np.log(P[np.arange(N), y]).mean()
    dS = P.copy()
    dS[np.arange(N), y] -= 1
    dS /= N
    dA = dS @ W2.T * (A > 0)
    return loss, {"W1": X.T @ dA, "b1": dA.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}
