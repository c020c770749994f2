import numpy as np


def bce_with_logits(z: np.ndarray, y: np.ndarray) -> np.ndarray:
    # turn the exponent round, so that exp never overflows
    e = np.exp(-np.abs(z))
    return np.maximum(z, 0) - y * z + np.log(1 + e)
