import numpy as np


def add_bias(Z: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return a new float array (n, m): Z with b added to each of its rows.

    Z: (n, m), floats or ints
    b: (m,)

    Raises ValueError if b has any other shape.
    """
    raise NotImplementedError
