def linear(X, W, b):
    n = len(X)
    backwards = tuple(range(X.ndim - 1, 0, -1))
    flat = X.transpose(0, *backwards).reshape(n, -1)
    return flat.dot(W) + b
