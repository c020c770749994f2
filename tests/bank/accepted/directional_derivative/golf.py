import numpy as np
from numpy.linalg import norm


def _hat(u: np.ndarray) -> np.ndarray:
    m = np.abs(u).max()
    return u / m / norm(u / m) if m else 0.0 * u


def directional(f_grad, x, v, unit=True):
    if unit and not np.any(v):
        raise ValueError
    return np.einsum("i,i", _hat(v) if unit else v, f_grad(x.copy()))


def steepest(f_grad, x):
    return _hat(np.asarray(f_grad(x.copy())))
