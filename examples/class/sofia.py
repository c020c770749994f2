import numpy as np

# Aufgabe: Grundlagen, gelöst unter Windows


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    total = 0.0
    for a, b in zip(u, v):
        total += float(a) * float(b)
    return total


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("u and v must have the same length")
    return float(np.dot(np.asarray(u, dtype=np.float64), np.asarray(v, dtype=np.float64)))


def linear(X, W, b):
    N = X.shape[0]
    return X.reshape(N, -1) @ W + b


def mse_and_grads(X, y, w, b):
    if y.ndim != 1 or len(y) != len(X):
        raise ValueError("wrong shape of y")
    error = X.dot(w) + b - y
    loss = (error ** 2).sum() / len(y)
    dw = 2 * error @ X / len(y)
    db = 2 * error.sum() / len(y)
    return loss, dw, db


def two_layer(X, y, W1, b1, W2, b2):
    N = X.shape[0]
    A = X @ W1 + b1
    H = np.maximum(A, 0)
    S = H @ W2 + b2
    S = S - S.max(axis=1, keepdims=True)
    logp = S - np.log(np.exp(S).sum(axis=1, keepdims=True))
    loss = -logp[np.arange(N), y].mean()
    dS = np.exp(logp)
    dS[np.arange(N), y] -= 1
    dS = dS / N
    dA = (dS @ W2.T) * (A > 0)
    return loss, {"W1": X.T @ dA, "b1": dA.sum(axis=0), "W2": H.T @ dS, "b2": dS.sum(axis=0)}


def softmax(Z, axis=-1):
    E = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return E / np.sum(E, axis=axis, keepdims=True)
