import numpy as np


def regularise(loss, grads, params, lam):
    """Return the loss with the penalty lam/2 |W|^2 of all weights, and its gradient.

    loss: number
    grads, params: dicts of arrays with the same names and shapes; weights are named W...
    lam: number, 0 or more

    Returns the tuple (loss, grads), with a new dict of new arrays.
    """
    raise NotImplementedError
