from numpy import *
import numpy as np


def check(u, v):
    """True if the two vectors can be multiplied"""
    if len(u) != len(v):
        print("Error: vectors have different lengths!!")
        return False
    return True


def dot_loop(u, v):
    if check(u, v):
        total = 0.0
        k = 0
        while k < len(u):
            total += float(u[k]) * float(v[k])
            k += 1
        return total


def dot_vec(u, v):
    if check(u, v):
        return float(dot(u.astype(float64), v.astype(float64)))


def linear(X, W, b):
    # Fortran order, because it is faster for columns
    rows = X.reshape((len(X), -1), order='F')
    return rows.dot(W) + b


def mse_and_grads(X, y, w, b):
    n = len(X)
    if shape(y) != (n,):
        raise ValueError("y should have shape (%d,)" % n)
    r = y - (X.dot(w) + b)      # residual
    loss = average(r * r)
    dw = (2.0 / n) * X.T.dot(r)
    db = (2.0 / n) * r.sum()
    return loss, dw, db


# two_layer: did not get to it


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    """Return the softmax of Z along axis.

    Z: (n,) or (m, n), finite up to a thousand in size, or -inf

    The result has the shape of Z and sums to 1 along axis.
    """
    raise NotImplementedError
