import numpy as np


def linear(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    D = W.shape[0]
    rows = X.reshape(-1, D)  # every D values are one example; reshape refuses misfits
    return rows @ W + b
