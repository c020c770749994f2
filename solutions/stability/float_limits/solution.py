import numpy as np


def probe(dtype: str) -> dict[str, float]:
    """Return epsilon, largest, smallest_normal and smallest_subnormal of a type of numbers."""
    number = np.dtype(dtype).type
    one, two = number(1), number(2)

    epsilon = one
    while one + epsilon / two > one:
        epsilon = epsilon / two

    largest = two - epsilon  # every digit is set
    with np.errstate(over="ignore"):
        while np.isfinite(largest * two):
            largest = largest * two

    full = one + epsilon  # the first digit and the last
    while full / two * two == full:  # no digit is lost
        full = full / two

    smallest = one
    while smallest / two > 0:
        smallest = smallest / two

    return {
        "epsilon": epsilon,
        "largest": largest,
        "smallest_normal": full / (one + epsilon),
        "smallest_subnormal": smallest,
    }
