import numpy as np


def mse_and_grads(X, y, w, b) -> tuple[float, np.ndarray, float]:
    n = len(X)
    if len(y) != n:
        raise ValueError("X and y must have the same number of examples")
    r = X @ w + b - y
    loss = float(np.mean(r**2))
    dw = 2 * X.T @ r / n
    db = float(2 * np.mean(r))
    return loss, dw, db
