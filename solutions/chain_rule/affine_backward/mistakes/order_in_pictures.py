def affine_backward(dout, X, W, b):
    rows = X.reshape(len(X), -1, order="F")
    dX = (dout @ W.T).reshape(X.shape, order="F")
    return dX, rows.T @ dout, dout.sum(axis=0)
