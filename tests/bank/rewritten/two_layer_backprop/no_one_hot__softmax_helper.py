import numpy as np


def softmax(S):
    shifted = S - np.expand_dims(S.max(axis=1), 1)
    return np.exp(shifted) / np.exp(shifted).sum(axis=1, keepdims=True)


def two_layer(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    a1 = np.matmul(X, W1) + b1
    h1 = a1 * (a1 > 0)
    p = softmax(np.matmul(h1, W2) + b2)
    loss = float(-np.log(np.take_along_axis(p, y[:, None], axis=1)).mean())
    g2 = p / n
    g1 = np.matmul(g2, W2.T) * np.sign(h1)
    grads = {"W1": X.T @ g1, "b1": g1.sum(axis=0), "W2": h1.T @ g2, "b2": g2.sum(axis=0)}
    return loss, grads
