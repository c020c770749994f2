import numpy as np


def probe(dtype: str) -> dict[str, float]:
    T = np.dtype(dtype).type
    one, two = T(1), T(2)
    with np.errstate(all="ignore"):
        epsilon = one
        while one + epsilon / two > one:
            epsilon = epsilon / two

        largest = two - epsilon
        while np.isfinite(largest * two):
            largest = largest * two

        x = one + epsilon
        while x / two * two == x:
            x = x / two
        smallest_normal = x / (one + epsilon)

        smallest = one
        while smallest / two > 0:
            smallest = smallest / two
    return {
        "epsilon": epsilon,
        "largest": largest,
        "smallest_normal": smallest_normal,
        "smallest_subnormal": smallest,
    }
