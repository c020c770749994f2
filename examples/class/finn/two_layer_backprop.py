import numpy as np


def two_layer(X, y, W1, b1, W2, b2) -> tuple[float, dict[str, np.ndarray]]:
    """Return (loss, grads) of an affine-ReLU-affine-softmax network with mean cross entropy.

    X: (N, D)
    y: (N,), the correct classes as integers from 0 to C - 1
    W1: (D, H), b1: (H,)
    W2: (H, C), b2: (C,)

    loss is a number; grads has the keys "W1", "b1", "W2", "b2", each with its parameter's shape.
    """
    raise NotImplementedError
