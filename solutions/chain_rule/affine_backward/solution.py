def affine_backward(dout, X, W, b):
    rows = X.reshape(len(X), -1)
    dX = (dout @ W.T).reshape(X.shape)
    dW = rows.T @ dout
    db = dout.sum(axis=0)
    return dX, dW, db
