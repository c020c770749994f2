import numpy as np


def numerical_gradient(f, x: np.ndarray, h: float | None = None) -> np.ndarray:
    x = np.array(x, dtype=float)  # a copy of our own, whatever f may raise
    slopes = np.zeros(x.shape)
    for place in np.ndindex(x.shape):
        step = np.finfo(float).eps ** (1 / 3) * max(1, abs(x[place])) if h is None else h
        up, down = x.copy(), x.copy()
        up[place] += step
        down[place] -= step
        slopes[place] = (f(up) - f(down)) / (2 * step)
    return slopes
