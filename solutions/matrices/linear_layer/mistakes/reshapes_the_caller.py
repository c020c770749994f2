def linear(X, W, b):
    X.shape = (len(X), X.size // len(X))
    return X @ W + b
