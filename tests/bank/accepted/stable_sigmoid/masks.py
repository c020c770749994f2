import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    out = np.empty_like(z)
    up = ~(z < 0)
    out[up] = 1.0 / (1.0 + np.exp(-z[up]))
    e = np.exp(z[~up])
    out[~up] = e / (1.0 + e)
    return out
