# emil
import sys
import numpy as np
np.set_printoptions(precision=3, suppress=True)


def dot_loop(u, v):
    if u.shape != v.shape:
        raise ValueError("u and v")
    total = 0.0
    for i in range(u.shape[0]):
        total += u[i] * v[i]
    return total


def dot_vec(u, v):
    return u @ v


def linear(X, W, b):
    N = len(X)
    Y = X.reshape(N, -1) @ W
    Y = Y + b
    return Y.squeeze()  # no useless dimensions


def mse_and_grads(X, y, w, b):
    if y.shape != (len(X),):
        raise ValueError("targets must be one-dimensional")
    p = X @ w + b
    g = 2 * (p - y) / len(y)
    return ((p - y) ** 2).mean(), g @ X, g.sum()


def two_layer(X, y, W1, b1, W2, b2):
    rows = np.arange(X.shape[0])
    Z = X @ W1 + b1
    A = np.maximum(Z, 0)
    S = A @ W2 + b2
    try:
        P = softmax(S, 1)
    except NameError:
        sys.exit("run the softmax cell first")
    loss = -np.log(P[rows, y]).mean()
    P[rows, y] -= 1
    dS = P / len(X)
    dZ = (dS @ W2.T) * np.sign(A)
    return loss, {"W1": X.T @ dZ, "b1": dZ.sum(0), "W2": A.T @ dS, "b2": dS.sum(0)}


def softmaks(Z, axis=-1):
    e = np.exp(Z - Z.max(axis=axis, keepdims=True))
    return e / e.sum(axis=axis, keepdims=True)
