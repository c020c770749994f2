import numpy as np


def probe(dtype: str) -> dict[str, float]:
    T = np.dtype(dtype).type
    one, two = T(1), T(2)
    with np.errstate(all="ignore"):
        epsilon = one
        while one + epsilon / two != one:
            epsilon /= two
        largest = one
        while not np.isinf(largest * two):
            largest = largest * two
        sub = one
        while sub / two != 0:
            sub /= two
    return {
        "epsilon": float(epsilon),
        "largest": float(largest),
        "smallest_normal": float(sub) / float(epsilon),
        "smallest_subnormal": float(sub),
    }
