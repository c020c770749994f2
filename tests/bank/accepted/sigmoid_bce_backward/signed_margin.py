import numpy as np


def softplus(t: np.ndarray) -> np.ndarray:
    return np.maximum(t, 0) + np.log1p(np.exp(-abs(t)))


def composed(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    p = 0.5 * (1 + np.tanh(z / 2))
    right = np.where(y == 1, p, 1 - p)
    sign = np.where(y == 1, 1.0, -1.0)
    upstream = -sign / right / z.size
    return float(-np.log(right).mean()), upstream * p * (1 - p)


def fused(z: np.ndarray, y: np.ndarray) -> tuple[float, np.ndarray]:
    margin = (1 - 2 * y) * z
    return softplus(margin).mean(), (0.5 * (1 + np.tanh(z / 2)) - y) / z.size
