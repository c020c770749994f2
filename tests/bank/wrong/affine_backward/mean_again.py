import numpy as np


def affine_backward(dout, X, W, b) -> tuple[np.ndarray, np.ndarray, np.ndarray]:
    N = X.shape[0]
    rows = X.reshape(N, -1)
    dX = (dout @ W.T).reshape(X.shape)
    # the parameters are shared by the batch, so take the average over the examples
    dW = rows.T @ dout / N
    db = dout.mean(axis=0)
    return dX, dW, db
