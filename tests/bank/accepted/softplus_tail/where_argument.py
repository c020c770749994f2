import math

import numpy as np


def softplus(z):
    z = np.asarray(z, dtype=float)
    right = z > 0
    tail = np.zeros(z.shape)
    np.exp(z, where=~right, out=tail)
    np.exp(-z, where=right, out=tail)
    np.log1p(tail, out=tail)
    np.add(tail, z, where=right, out=tail)
    return tail


def log1mexp(z):
    flat = np.array(z, dtype=float).reshape(-1)
    out = np.empty(flat.size)
    near = flat <= math.log(2)
    (bird,) = np.nonzero(near)
    (far,) = np.nonzero(~near)
    out[bird] = np.log(-np.expm1(-flat[bird]))
    out[far] = np.log1p(-np.exp(-flat[far]))
    return out.reshape(np.shape(z))
