import numpy as np


def jacobian(f, x, h=None) -> np.ndarray:
    """Return the central differences of f at x, outputs as rows, inputs as columns.

    f: function of a float array (n,), gives m numbers (array, list or tuple) or one number
    x: (n,), floats or whole numbers; it stays as it was
    h: the step, or None for a step chosen for each entry

    The result is float64 and has shape (m, n).
    """
    raise NotImplementedError
