import numpy as np


def affine_backward(dout, X, W, b):
    dX = dout @ W.T
    dW = np.outer(X[0], dout[0])
    for x, d in zip(X[1:], dout[1:]):
        dW = dW + np.outer(x, d)
    db = np.sum(dout)
    return dX.reshape(X.shape), dW, np.full(b.shape, db)
