import numpy as np


def logsumexp(Z, axis=-1):
    """The largest entry, plus what all the others add to it."""
    rest = np.array(np.moveaxis(Z, axis, -1), dtype=float)
    who = np.argmax(rest, axis=-1)[..., None]
    top = np.take_along_axis(rest, who, axis=-1)
    np.put_along_axis(rest, who, -np.inf, axis=-1)
    with np.errstate(invalid="ignore", over="ignore"):
        others = np.exp(rest - top).sum(axis=-1)
    top = top[..., 0]
    return np.where(np.isinf(top), top, top + np.log1p(others))
