def mse_and_grads(X, y, w, b):
    n = X.shape[0]
    if y.shape != (n,):
        raise ValueError(f"y must have shape ({n},), not {y.shape}")
    r = X @ w + b - y
    return (r @ r) / n, (2 / n) * (r @ X), 2 * r.mean()
