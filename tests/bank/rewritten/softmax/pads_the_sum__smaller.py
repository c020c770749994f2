import numpy as np


def softmax(Z: np.ndarray, axis: int = -1, eps: float = 1e-7) -> np.ndarray:
    top = np.amax(Z, axis=axis, keepdims=True)
    powers = np.exp(np.subtract(Z, top))
    total = np.add.reduce(powers, axis=axis, keepdims=True) + eps
    return powers / total
