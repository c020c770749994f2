import numpy as np


def collapse(layers):
    if not layers:
        raise ValueError("no layers")

    def forward(x):
        for W, b in layers:
            x = x @ W + b
        return x

    n = layers[0][0].shape[0]
    b = forward(np.zeros(n))
    return forward(np.eye(n)) - b, b
