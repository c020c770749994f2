import numpy as np


def collapse(layers):
    if not layers:
        raise ValueError("no layers")
    W = np.eye(len(layers[0][0]))
    for V, _ in layers:
        W = W @ V
    b = 0
    for k, (_, c) in enumerate(layers):
        rest = np.eye(len(layers[k][0]))
        for V, _ in layers[k:]:
            rest = rest @ V
        b = b + c @ rest
    return W, b
