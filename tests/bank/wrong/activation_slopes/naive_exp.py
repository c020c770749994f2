import numpy as np


def d_sigmoid(z) -> np.ndarray:
    # quotient rule
    return np.exp(-z) / (1 + np.exp(-z)) ** 2


def d_tanh(z) -> np.ndarray:
    return 1 - np.tanh(z) ** 2


def d_relu(z) -> np.ndarray:
    return np.where(z > 0, 1.0, 0.0)


def d_leaky(z, a) -> np.ndarray:
    return np.where(z > 0, 1.0, a)
