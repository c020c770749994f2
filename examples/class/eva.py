import numpy as np

def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("vectors must have equal length")
    n = len(u) - 1   # last index
    total = 0.0
    for i in range(0, n):
        total += float(u[i]) * float(v[i])
    return total

def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("vectors must have equal length")
    return float(np.dot(u.astype(np.float64), v.astype(np.float64)))

def linear(X, W, b):
    N = X.shape[0]
    M = W.shape[1]
    Y = np.empty((N, M))
    for n in range(N):
        x = X[n].flatten()
        Y[n] = x @ W + b
    return Y

def mse_and_grads(X, y, w, b):
    n = X.shape[0]
    if y.shape != (n,):
        raise ValueError("y must be 1-d")
    errors = X @ w + b - y
    loss = np.sum(errors**2) / n
    dw = 2 / n * np.dot(X.T, errors)
    db = 2 / n * np.sum(errors)
    return loss, dw, db

def two_layer(X, y, W1, b1, W2, b2):
    """forward works, backward: TODO"""
    N = X.shape[0]
    hidden = np.maximum(0, X @ W1 + b1)
    scores = hidden @ W2 + b2
    probs = softmax(scores)
    loss = -np.mean(np.log(probs[np.arange(N), y]))
    grads = {"W1": None, "b1": None, "W2": None, "b2": None}
    return loss, grads

def softmax(Z, axis=-1):
    Z = np.asarray(Z, dtype=float)
    biggest = Z.max(axis=axis, keepdims=True)
    e = np.exp(Z - biggest)
    s = e.sum(axis=axis, keepdims=True)
    return e / s

# quick test
# X = np.random.randn(5, 3)
# print(linear(X, np.ones((3, 2)), np.zeros(2)))
