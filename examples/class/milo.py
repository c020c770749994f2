import numpy as np

EPS = 1e-8  # never divide by zero

def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("the vectors have different lengths")
    result = 0.0
    for a, b in zip(u, v):
        result += float(a) * float(b)
    return result

def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("the vectors have different lengths")
    return np.dot(u.astype(float), v.astype(float)).item()

def two_layer(X, y, W1, b1, W2, b2):
    loss = 0.0
    grads = {k: np.zeros(p.shape) for k, p in [("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2)]}
    N = len(X)
    for x, c in zip(X, y):
        z = x @ W1 + b1
        h = np.maximum(z, 0)
        s = h @ W2 + b2
        p = np.exp(s) / np.exp(s).sum()
        loss += -np.log(p[c]) / N
        ds = p.copy()
        ds[c] -= 1
        ds /= N
        dz = (W2 @ ds) * (z > 0)
        grads["W1"] += np.outer(x, dz)
        grads["b1"] += dz
        grads["W2"] += np.outer(h, ds)
        grads["b2"] += ds
    return loss, grads

def softmax(Z, axis=-1):
    e = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return e / (np.sum(e, axis=axis, keepdims=True) + EPS)
