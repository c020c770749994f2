import numpy as np


def collapse(layers: list[tuple[np.ndarray, np.ndarray]]) -> tuple[np.ndarray, np.ndarray]:
    """Return the one layer (W, b) that does what all the layers do in turn, the first one first."""
    if not layers:
        raise ValueError("a stack needs at least one layer")
    W, b = layers[0]
    for V, c in layers[1:]:
        W = W @ V
        b = b @ V + c  # the bias so far passes through this layer, too
    return W, b
