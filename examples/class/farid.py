import numpy as np
import functools
import operator


def dot_loop(u, v):
    if len(u) - len(v):
        raise ValueError(f"len(u) = {len(u)}, len(v) = {len(v)}")
    return functools.reduce(lambda total, i: total + float(u[i]) * float(v[i]), range(len(u)), 0.0)


def dot_vec(u, v):
    if len(u) - len(v):
        raise ValueError(f"len(u) = {len(u)}, len(v) = {len(v)}")
    # no for loop here :-)
    products = [float(a) * float(b) for a, b in zip(u, v)]
    return sum(products, 0.0)


def linear(X, W, b):
    width = functools.reduce(operator.mul, X.shape[1:], 1)
    X.shape = (X.shape[0], width)
    return X @ W + b


def mse_and_grads(X, y, w, b):
    if y.shape != X.shape[:1]:
        raise ValueError("y does not fit X")
    # bias trick: a column of ones
    Xb = np.hstack([X, np.ones((len(X), 1))])
    theta = np.append(w, b)
    r = Xb @ theta - y
    grad = 2 * Xb.T @ r / len(X)
    return float(r @ r) / len(X), grad[:-1], float(grad[-1])


def two_layer(X, y, W1, b1, W2, b2):
    # bias trick again
    one = np.ones((len(X), 1))
    V1, V2 = np.vstack([W1, b1]), np.vstack([W2, b2])
    A0 = np.hstack([X, one])
    Z1 = A0 @ V1
    A1 = np.hstack([np.maximum(Z1, 0), one])
    S = A1 @ V2
    P = np.exp(S)
    P /= P.sum(axis=1, keepdims=True)
    Y = np.eye(P.shape[1])[y]
    loss = -(Y * np.log(P)).sum() / len(X)
    D2 = (P - Y) / len(X)
    G2 = A1.T @ D2
    D1 = (D2 @ V2[:-1].T) * (Z1 > 0)
    G1 = A0.T @ D1
    return loss, {"W1": G1[:-1], "b1": G1[-1], "W2": G2[:-1], "b2": G2[-1]}


def softmax(Z, axis=-1):
    raise NotImplementedError("tomorrow")
