import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    n = len(X)
    loss = 0
    g = {"W1": 0 * W1, "b1": 0 * b1, "W2": 0 * W2, "b2": 0 * b2}
    for x, t in zip(X, y):
        z = x @ W1 + b1
        h = z * (z > 0)
        s = h @ W2 + b2
        p = np.exp(s - s.max())
        p /= p.sum()
        loss -= np.log(p[t])
        p[t] -= 1
        back = W2 @ p * (z > 0)
        g["W1"] += x[:, None] * back
        g["b1"] += back
        g["W2"] += h[:, None] * p
        g["b2"] += p
    return loss / n, g
