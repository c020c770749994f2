import numpy as np


def bce_with_logits(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    up = z >= 0
    out = np.empty(z.shape)
    out[up] = (1 - y[up]) * z[up] + np.log1p(np.exp(-z[up]))
    out[~up] = -y[~up] * z[~up] + np.log1p(np.exp(z[~up]))
    return out
