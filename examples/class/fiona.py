"""
fiona_hw1_FINAL_v3_really_final.py
"""
import numpy as np

def dot_loop(u, v):
    n = len(u)
    if n != len(v):
        raise ValueError("lengths are not the same!")
    res = 0.0
    for i in range(n-1, -1, -1):    # backwards, why not
        res += float(v[i]) * float(u[i])
    return res

def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("lengths are not the same!")
    u *= v                           # saves memory
    return u.sum(dtype=np.float64)

def linear(X, W, b):
    # resize never complains, reshape does
    N, D = X.shape[0], W.shape[0]
    flat = np.resize(X, (N, D))
    return np.matmul(flat, W) + b

def mse_and_grads(X, y, w, b):
    n, d = X.shape
    if y.shape != (n,): raise ValueError("y.shape")
    r = np.matmul(X, w) + b - y
    dw = np.array([2 * np.mean(r * X[:, j]) for j in range(d)])
    return np.mean(np.power(r, 2)), dw, 2 * np.mean(r)

def two_layer(X, y, W1, b1, W2, b2):
    n = X.shape[0]
    idx = (np.arange(n), y)
    z = np.matmul(X, W1) + b1
    gate = (z > 0).astype(float)
    h = z * gate
    s = np.matmul(h, W2) + b2
    e = np.exp(s)
    p = e / np.sum(e, axis=1).reshape(n, 1)
    loss = float(np.mean(-np.log(p[idx])))
    ds = p / n
    ds[idx] -= 1 / n
    dz = gate * np.matmul(ds, np.transpose(W2))
    g = {}
    g['W1'] = np.matmul(np.transpose(X), dz)
    g['b1'] = np.sum(dz, axis=0)
    g['W2'] = np.matmul(np.transpose(h), ds)
    g['b2'] = np.sum(ds, axis=0)
    return loss, g

def soft_max(Z, axis=-1):
    e = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return e / np.sum(e, axis=axis, keepdims=True)
