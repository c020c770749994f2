import numpy as np


def describe_map(A: np.ndarray) -> dict:
    """Return what A does to the plane, as a dict of three.

    A: (2, 2)

    corners: (4, 2), the images of (0, 0), (1, 0), (1, 1) and (0, 1), one a row
    area: a number, the signed factor by which areas grow
    flips: a truth value, whether area is below zero
    """
    raise NotImplementedError
