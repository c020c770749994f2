import numpy as np


def dot_loop(u, v):
    if len(u) != len(v):
        raise ValueError("Laengen")
    ergebnis = 0.0
    for i, x in enumerate(u):
        ergebnis += float(x) * float(v[i])
    return ergebnis


def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError("Laengen")
    return float(np.tensordot(u.astype(float), v.astype(float), axes=1))


def linear(X, W, b):
    return X.reshape(X.shape[0], np.prod(X.shape[1:], dtype=int)) @ W + b


def two_layer(X, y, W1, b1, W2, b2):
    eta = 0.01
    N = X.shape[0]
    Z = X.dot(W1) + b1
    A = np.maximum(Z, 0)
    S = A.dot(W2) + b2
    E = np.exp(S - S.max(1, keepdims=True))
    P = E / E.sum(1, keepdims=True)
    loss = -np.log(P[np.arange(N), y]).mean()
    G = P
    G[np.arange(N), y] -= 1
    G /= N
    dZ = G.dot(W2.T) * (Z > 0)
    grads = {"W2": A.T.dot(G), "b2": G.sum(0), "W1": X.T.dot(dZ), "b1": dZ.sum(0)}
    for name, parameter in (("W1", W1), ("b1", b1), ("W2", W2), ("b2", b2)):
        parameter -= eta * grads[name]  # and one step of training
    return loss, grads


def softmax(Z, axis=-1):
    hoch = np.exp(Z - np.max(Z, axis=axis, keepdims=True))
    return hoch / np.sum(hoch)
