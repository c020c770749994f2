import numpy as np


def hessian(f, x, h=None) -> np.ndarray:
    """Return the central second differences of f at x by each pair of entries, symmetric.

    f: function of a float array (n,), gives one number
    x: (n,), floats or whole numbers; it stays as it was
    h: the step, or None for a step chosen for each entry

    The result is float64 and has shape (n, n).
    """
    raise NotImplementedError
