import numpy as np


def softmax_jacobian(z):
    E = np.exp(z - z.max())
    p = E / E.sum()
    return np.diag(p) - p[:, None] * p


def softmax_vjp(dout, p):
    return p * (dout - np.sum(p * dout))
