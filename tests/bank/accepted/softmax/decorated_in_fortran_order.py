import functools

import numpy as np


def along_last_axis(function):
    @functools.wraps(function)
    def wrapped(Z, axis=-1):
        return np.swapaxes(function(np.swapaxes(Z, axis, -1)), axis, -1)

    return wrapped


@along_last_axis
def softmax(Z):
    with np.errstate(under="ignore"):
        E = np.exp(np.subtract(Z, Z.max(axis=-1)[..., None]))
    return np.asfortranarray(E / np.einsum("...i->...", E)[..., None])
