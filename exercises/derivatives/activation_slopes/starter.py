import numpy as np


def d_sigmoid(z) -> np.ndarray:
    """Return the slope of 1 / (1 + exp(-z)) at each entry of z."""
    raise NotImplementedError


def d_tanh(z) -> np.ndarray:
    """Return the slope of tanh at each entry of z."""
    raise NotImplementedError


def d_relu(z) -> np.ndarray:
    """Return the slope of max(z, 0) at each entry of z: 1.0 above 0, else 0.0."""
    raise NotImplementedError


def d_leaky(z, a) -> np.ndarray:
    """Return the slope of the leaky ReLU at each entry of z: 1.0 above 0, else a."""
    raise NotImplementedError
