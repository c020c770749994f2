import numpy as np


def softmax(Z: np.ndarray, axis: int = -1) -> np.ndarray:
    powers = np.e**Z
    total = np.expand_dims(powers.sum(axis), axis)
    return powers / total
