import numpy as np


def collapse(layers: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the one layer (W, b) that does what all the layers do in turn, the first one first.

    layers: tuples of W (d_in, d_out) and b (d_out,)

    W: (d_in of the first layer, d_out of the last)
    b: (d_out of the last layer,)

    Raises ValueError if the list is empty.
    """
    raise NotImplementedError
