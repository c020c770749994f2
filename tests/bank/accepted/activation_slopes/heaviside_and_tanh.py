import numpy as np


def d_tanh(z: np.ndarray) -> np.ndarray:
    return 1.0 - np.square(np.tanh(z))


def d_sigmoid(z: np.ndarray) -> np.ndarray:
    return d_tanh(z / 2) / 4


def d_relu(z: np.ndarray) -> np.ndarray:
    return np.heaviside(z, 0)


def d_leaky(z: np.ndarray, a: float) -> np.ndarray:
    step = d_relu(z)
    return step + a * (1 - step)
