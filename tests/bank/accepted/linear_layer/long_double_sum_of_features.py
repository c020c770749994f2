import numpy as np


def linear(X, W, b):
    """Adds up one feature after another, in long double."""
    n = X.shape[0]
    columns = np.reshape(X, (n, -1)).T
    if len(columns) != len(W):
        raise ValueError(f"an example has {len(columns)} values, not {len(W)}")
    total = np.zeros((n, W.shape[1]), dtype=np.longdouble) + b
    for x, w in zip(columns, W, strict=True):
        total += np.multiply.outer(x, w)
    return total.astype(np.float64)
