from collections.abc import Callable

import numpy as np


def directional(f_grad: Callable, x: np.ndarray, v: np.ndarray, unit: bool = True) -> float:
    """Return the slope at x in the direction v, which is brought to length 1 if unit is true.

    f_grad: takes x and returns the gradient there, (n,)
    x: (n,)
    v: (n,)

    The result is a number. Raises ValueError if unit is true and v is zero.
    """
    raise NotImplementedError


def steepest(f_grad: Callable, x: np.ndarray) -> np.ndarray:
    """Return the direction of length 1 in which f rises fastest at x.

    f_grad: takes x and returns the gradient there, (n,)
    x: (n,)

    The result has shape (n,); it is zero where the gradient is zero.
    """
    raise NotImplementedError
