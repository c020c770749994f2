import numpy as np


def add_bias(Z: np.ndarray, b: np.ndarray) -> np.ndarray:
    n, m = Z.shape
    if len(b) != m:
        raise ValueError("b needs one number for each column")
    return Z.astype(float) + b
