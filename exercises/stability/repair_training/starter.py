import numpy as np


def train(X, y, lr, steps):
    """Return (w, b, losses) of a classifier trained on the standardised columns of X.

    X: (N, D); y: (N,), zeros and ones; lr: number; steps: int, 1 or more

    The statement has a version that breaks down: mend it here.
    """
    raise NotImplementedError
