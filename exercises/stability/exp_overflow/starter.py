import numpy as np


def exp_range(dtype: str) -> tuple[float, float]:
    """Return (high, low), the ends of the range in which exp is finite and not 0.

    dtype: "float16", "float32" or "float64"

    high is the largest number of the type with a finite exponential, low the smallest with one
    that is not 0. Both are numbers of the type.
    """
    raise NotImplementedError
