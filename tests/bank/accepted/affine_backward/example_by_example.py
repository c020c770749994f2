import numpy as np


def affine_backward(dout, X, W, b):
    dX = np.empty(X.shape)
    dW = np.zeros(W.shape)
    db = np.zeros(b.shape)
    for n in range(X.shape[0]):
        x = X[n].ravel()
        for m in range(W.shape[1]):
            dW[:, m] += x * dout[n, m]
            db[m] += dout[n, m]
        dX[n] = W.dot(dout[n]).reshape(X.shape[1:])
    return dX, dW, db
