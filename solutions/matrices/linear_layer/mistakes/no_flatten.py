def linear(X, W, b):
    return X @ W + b
