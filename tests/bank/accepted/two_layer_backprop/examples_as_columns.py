import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    """Every array transposed: one example a column, as some textbooks write it."""
    x, (n, _) = X.T, X.shape
    z = W1.T @ x + b1[:, None]
    h = (np.abs(z) + z) / 2
    s = W2.T @ h + b2[:, None]
    p = np.exp(s - s.max(axis=0))
    p /= p.sum(axis=0)
    t = np.equal.outer(np.arange(len(b2)), y).astype(float)
    loss = -np.einsum("cn,cn->", t, np.log(p)) / n
    e = p - t
    g = W2 @ e
    g *= z > 0
    gradients = [x @ g.T, g.sum(axis=1), h @ e.T, e.sum(axis=1)]
    return loss, dict(zip(("W1", "b1", "W2", "b2"), (a / n for a in gradients), strict=True))
