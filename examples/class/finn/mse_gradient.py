import numpy as np


def mse_and_grads(X, y, w, b) -> tuple[float, np.ndarray, float]:
    """Return (loss, dw, db): the mean squared error of X w + b against y, and its slopes.

    X: (n, d)
    y: (n,)
    w: (d,)
    b: a number

    loss is a number, dw has shape (d,), db is a number. Raises ValueError if y has another shape.
    """
    raise NotImplementedError
