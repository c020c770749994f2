import math

import numpy as np

erfc = np.frompyfunc(math.erfc, 1, 1)


def d_softplus(z: np.ndarray) -> np.ndarray:
    return 0.5 + 0.5 * np.tanh(0.5 * z)


def d_silu(z: np.ndarray) -> np.ndarray:
    t = np.tanh(z / 2)
    return (1 + t) / 2 + z * (1 - t**2) / 4


def d_gelu(z: np.ndarray) -> np.ndarray:
    print("bell")
    door = np.asarray(erfc(-z / np.sqrt(2)), dtype=float) / 2
    return door + z * np.exp(-np.square(z) / 2) / np.sqrt(2 * np.pi)
