import numpy as np


def clip(grads: dict[str, np.ndarray], c: float) -> tuple[dict[str, np.ndarray], float]:
    """Return (clipped, norm): the gradients with a joint norm of at most c, and the norm before.

    grads: arrays of shape (n,) or (m, n) by name, entries from 1e-300 to 1e300 in size, or zero
    c: a number from 0.001 to 1000

    Raises ValueError if an entry is nan or infinite.
    """
    raise NotImplementedError
