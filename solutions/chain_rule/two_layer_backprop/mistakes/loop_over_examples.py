import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    loss = 0.0
    grads = {
        "W1": np.zeros_like(W1),
        "b1": np.zeros_like(b1),
        "W2": np.zeros_like(W2),
        "b2": np.zeros_like(b2),
    }
    for x, target in zip(X, y, strict=True):
        z = x @ W1 + b1
        h = np.maximum(z, 0)
        s = h @ W2 + b2
        p = np.exp(s) / np.exp(s).sum()
        loss -= np.log(p[target]) / len(X)
        ds = p.copy()
        ds[target] -= 1
        ds /= len(X)
        dz = (W2 @ ds) * (z > 0)
        grads["W1"] += np.outer(x, dz)
        grads["b1"] += dz
        grads["W2"] += np.outer(h, ds)
        grads["b2"] += ds
    return loss, grads
