import numpy as np


def directional(f_grad, x, v, unit=True) -> float:
    """Return the slope at x in the direction v, which is brought to length 1 if unit is true."""
    if not unit:
        return float(f_grad(x) @ v)
    length = np.sqrt(v @ v)
    if length == 0:
        raise ValueError("v is zero, which is no direction")
    return float(f_grad(x) @ v / length)


def steepest(f_grad, x) -> np.ndarray:
    """Return the direction of length 1 in which f rises fastest at x; zeros on flat ground."""
    g = f_grad(x)
    length = np.sqrt(g @ g)
    if length == 0:
        return np.zeros(len(x))
    return g / length
