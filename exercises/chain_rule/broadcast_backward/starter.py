import numpy as np


def unbroadcast(g: np.ndarray, shape: tuple) -> np.ndarray:
    """Return the slope of a loss by an operand of that shape, which numpy stretched to g's.

    g: the slope of the loss by each entry of the stretched array, up to 4 axes
    shape: the shape of the operand before it was stretched

    The result is a new array of shape `shape`.
    """
    raise NotImplementedError
