import numpy as np


def linear(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    rows = np.reshape(X, (np.shape(X)[0], np.shape(W)[0]))  # reshape refuses by itself
    return np.c_[rows, np.ones(len(rows))] @ np.vstack([W, b])
