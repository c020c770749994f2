import numpy as np


def project(v: np.ndarray, u: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (shadow, remainder): the part of v along u, and the part at right angles to u.

    v and u: (n,)

    Both parts have shape (n,) and add up to v. Raises ValueError if every entry of u is zero.
    """
    raise NotImplementedError
