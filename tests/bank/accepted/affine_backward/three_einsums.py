import numpy as np


def affine_backward(dout, X, W, b) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    rows = X.reshape(X.shape[0], -1)
    grad_in = np.einsum("nm,dm->nd", dout, W)
    grad_w = np.einsum("nd,nm->dm", rows, dout)
    grad_b = np.einsum("nm->m", dout)
    return grad_in.reshape(X.shape), grad_w, grad_b
