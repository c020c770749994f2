import numpy as np


def choose_scale(g32: np.ndarray) -> int:
    """Return the largest power of two up to 2**24 with which no entry reaches 65504 in size.

    g32: float32, any shape, finite entries below 65504 in size
    """
    raise NotImplementedError


def unscale(g16, s):
    """Return g16 divided by s, as float32.

    g16: float16, any shape; s: power of two
    """
    raise NotImplementedError
