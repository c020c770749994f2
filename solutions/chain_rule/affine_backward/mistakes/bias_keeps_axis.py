def affine_backward(dout, X, W, b):
    rows = X.reshape(len(X), -1)
    return (dout @ W.T).reshape(X.shape), rows.T @ dout, dout.sum(axis=0, keepdims=True)
