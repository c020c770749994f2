import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    # beyond 500 the sigmoid is 0 or 1 anyway, and exp can't overflow any more
    z = np.clip(z, -500, 500)
    return np.where(z >= 0, 1 / (1 + np.exp(-z)), np.exp(z) / (1 + np.exp(z)))
