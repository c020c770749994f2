def affine_backward(dout, X, W, b):
    N = X.shape[0]
    rows = X.reshape(N, -1)
    dX = dout.dot(W.T).reshape(X.shape)
    dW = rows.T.dot(dout) / N
    db = dout.sum(axis=0) / N
    return dX, dW, db
