import numpy as np


def mse_and_grads(X, y, w, b) -> tuple[float, np.ndarray, float]:
    """Return (loss, dw, db): the mean squared error of X w + b against y, and its slopes."""
    n = len(X)
    if y.shape != (n,):
        raise ValueError(f"y has shape {y.shape}, but it must be ({n},)")
    residual = X @ w + b - y
    loss = np.mean(residual**2)
    dw = 2 / n * (X.T @ residual)
    db = 2 * np.mean(residual)
    return float(loss), dw, float(db)
