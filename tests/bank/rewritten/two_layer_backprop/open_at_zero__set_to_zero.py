import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    before = np.dot(X, W1) + b1
    after = before.copy()
    after[after < 0] = 0
    scores = np.dot(after, W2) + b2
    P = np.exp(scores)
    P /= P.sum(axis=1)[:, None]
    loss = sum(-np.log(P[np.arange(n), y])) / n
    P[np.arange(n), y] -= 1
    error = np.dot(P, W2.T)
    error[before < 0] = 0
    return loss, {
        "W1": np.dot(X.T, error) / n,
        "b1": error.mean(axis=0),
        "W2": np.dot(after.T, P) / n,
        "b2": P.mean(axis=0),
    }
