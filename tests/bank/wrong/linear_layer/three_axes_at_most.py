def linear(X, W, b):
    if X.ndim == 3:
        X = X.reshape(X.shape[0], X.shape[1] * X.shape[2])
    if X.shape[1] != W.shape[0]:
        raise ValueError
    return X @ W + b
