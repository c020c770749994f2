def linear(X, W, b):
    Y = X.reshape(len(X), -1) @ W + b
    return Y[0] if len(Y) == 1 else Y
