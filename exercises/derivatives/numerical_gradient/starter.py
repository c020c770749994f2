import numpy as np


def numerical_gradient(f, x: np.ndarray, h: float | None = None) -> np.ndarray:
    """Return the central differences of f at x, one for each entry of x.

    f: function of a float array of the shape of x, gives one number
    x: any shape, floats or whole numbers; it stays as it was
    h: the step, or None for a step chosen for each entry

    The result is float64 and has the shape of x.
    """
    raise NotImplementedError
