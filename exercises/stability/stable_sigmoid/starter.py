import numpy as np


def sigmoid(z: np.ndarray) -> np.ndarray:
    """Return 1 / (1 + exp(-z)) for every entry, without overflow and with exact tails.

    z: a float array of any shape
    """
    raise NotImplementedError
