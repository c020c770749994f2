"""Homework 1 -- Greta.  done on the train, sorry for the names"""
import numpy as np

# ---------- 1
def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError
    s = 0.0
    i = 0
    while i < len(u):
        s += float(u[i]) * float(v[i])
        i += 1
    return s

def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return np.inner(np.asarray(u, float), np.asarray(v, float))

# ---------- 2
def linear(X, W, b):
    flat = X.reshape(len(X), -1)
    return flat.dot(W) + b

# ---------- 3
def mse_and_grads(X, y, w, b):
    # shapes always match in my notebook
    err = (X @ w + b) - y
    loss = (err ** 2).mean()
    dw = 2 * X.T @ err / len(X)
    db = 2 * err.mean()
    return loss, dw, db

# ---------- 4
def two_layer(X, y, W1, b1, W2, b2):
    N = len(y)
    a = X @ W1 + b1
    h = a * (a > 0)
    s = h @ W2 + b2
    p = np.exp(s)
    p /= p.sum(1, keepdims=True)
    loss = -np.mean(np.log(p[range(N), y]))
    p[range(N), y] -= 1
    p /= N
    g = p @ W2.T
    return loss, dict(W1=X.T @ g, b1=g.sum(0), W2=h.T @ p, b2=p.sum(0))

# ---------- 5
def softmax(Z, axis=-1):
    biggest = np.amax(Z)          # so exp can not explode
    e = np.exp(Z - biggest)
    return e / np.sum(e, axis=axis, keepdims=True)

print(softmax(np.array([1.0, 2.0, 3.0])))
