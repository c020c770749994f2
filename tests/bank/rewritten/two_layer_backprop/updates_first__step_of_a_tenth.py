import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    lr = 0.1
    Z = np.dot(X, W1) + b1
    A = np.maximum(0, Z)
    S = np.dot(A, W2) + b2
    powers = np.exp(S - S.max(axis=1, keepdims=True))
    P = powers / powers.sum(axis=1, keepdims=True)
    loss = -np.log(P[range(n), y]).sum() / n
    P[range(n), y] -= 1
    P /= n
    grads = {"W2": np.dot(A.T, P), "b2": P.sum(axis=0)}
    W2 = W2 - lr * grads["W2"]
    b2 = b2 - lr * grads["b2"]
    D = np.dot(P, W2.T)
    D[Z <= 0] = 0
    grads["W1"] = np.dot(X.T, D)
    grads["b1"] = D.sum(axis=0)
    return loss, grads
