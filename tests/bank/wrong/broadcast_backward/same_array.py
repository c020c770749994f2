import numpy as np


def unbroadcast(g: np.ndarray, shape: tuple) -> np.ndarray:
    if g.shape == tuple(shape):
        return g  # nothing was stretched, nothing to do
    while g.ndim > len(shape):
        g = g.sum(axis=0)
    for i, n in enumerate(shape):
        if n == 1:
            g = g.sum(axis=i, keepdims=True)
    return g
