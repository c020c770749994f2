import numpy as np


def numerical_gradient(f, x: np.ndarray, h: float | None = None) -> np.ndarray:
    if h is None:
        h = 6e-6
    x = np.array(x, dtype=float)
    gradient = np.zeros_like(x)
    for place in np.ndindex(x.shape):
        up = x.copy()
        up[place] += h
        down = x.copy()
        down[place] -= h
        gradient[place] = (f(up) - f(down)) / (2 * h)
    return gradient
