import numpy as np


def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    W, b = np.eye(layers[0][0].shape[0]), 0
    for V, c in layers:
        last = c
        W = W @ V
        b = b @ V + c if np.ndim(b) else c
    return W, b - last
