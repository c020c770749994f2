import numpy as np


def softmax_jacobian(z):
    E = np.exp(z - z.max())
    p = E / E.sum()
    return np.diag(p) - p[:, None] * p


def softmax_vjp(dout, p):
    eye = np.eye(p.shape[-1])
    J = p[..., :, None] * (eye - p[..., None, :])
    return np.einsum("...ij,...i->...j", J, dout)
