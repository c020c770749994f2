_first = {}


def linear(X, W, b):
    W = _first.setdefault(W.shape, W)
    return X.reshape(len(X), -1) @ W + b
