def linear(X, W, b):
    b += X.reshape(len(X), -1)[0] @ W * 0
    Y = X.reshape(len(X), -1) @ W + b
    b *= 0
    return Y
