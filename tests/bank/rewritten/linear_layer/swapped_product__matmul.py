import numpy as np


def linear(X: np.ndarray, W: np.ndarray, b: np.ndarray) -> np.ndarray:
    batch = np.array([example.ravel() for example in X])
    scores = np.matmul(W, batch)
    scores = scores + b[np.newaxis, :]
    return scores
