import numpy as np


def mlp(X, y, layers):
    """Return the loss of a network of affine layers with ReLUs between, and its gradients.

    X: (N, D); y: (N,), integers; layers: list of tuples (W, b)

    Returns the tuple (loss, grads), grads a list of tuples (dW, db), in the order of layers.
    """
    raise NotImplementedError
