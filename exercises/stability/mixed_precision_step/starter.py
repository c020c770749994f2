import numpy as np


def train_step(W, b, X, y, scale, lr, c):
    """Return one step of gradient descent with gradients that pass through float16.

    W: (D, C), b: (C,), float32; X: (N, D), float16; y: (N,), integers
    scale: power of two; lr, c: numbers above 0

    Returns the tuple (loss, W, b, done).
    """
    raise NotImplementedError
