def affine_backward(dout, X, W, b):
    dX = (dout @ W.T).reshape(X.shape)
    dW = X.T @ dout
    db = dout.sum(axis=0)
    return dX, dW, db
