def affine_backward(dout, X, W, b):
    rows = X.reshape(len(X), -1)
    return dout @ W.T, rows.T @ dout, dout.sum(axis=0)
