import numpy as np


def axpy(alpha: float, x: np.ndarray, y: np.ndarray) -> np.ndarray:
    """Return alpha * x + y as a new array.

    x and y: any shape, the same for both; entries may be integers

    The result has the shape of x. Raises ValueError if the shapes differ.
    """
    raise NotImplementedError
