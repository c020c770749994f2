import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    Z = np.matmul(X, W1) + b1
    A = np.where(Z < 0, 0, Z)
    S = np.matmul(A, W2) + b2
    S = S - np.max(S, axis=1, keepdims=True)
    P = np.exp(S) / np.sum(np.exp(S), axis=1, keepdims=True)
    T = np.eye(P.shape[1])[y]
    loss = -np.mean(np.log(np.sum(P * T, axis=1)))
    E = (P - T) / n
    B = np.matmul(E, W2.T)
    B = np.where(Z < 0, 0, B)
    grads = {"W2": np.matmul(A.T, E), "b2": np.sum(E, axis=0)}
    grads.update({"W1": np.matmul(X.T, B), "b1": np.sum(B, axis=0)})
    return loss, grads
