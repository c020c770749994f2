import functools

import numpy as np


def sizes_must_fit(product):
    @functools.wraps(product)
    def checked(A, x):
        A, x = np.asarray(A, dtype=float), np.asarray(x, dtype=float)
        if x.shape != A.shape[1:]:
            raise ValueError(f"x has shape {x.shape}, but A has shape {A.shape}")
        return product(A, x)

    return checked


@sizes_must_fit
def matvec_rows(A, x) -> np.ndarray:
    return np.fromiter((np.multiply(row, x).sum() for row in A), dtype=float, count=len(A))


@sizes_must_fit
def matvec_cols(A, x) -> np.ndarray:
    steps = (amount * arrow for amount, arrow in zip(x, A.T))
    return functools.reduce(np.add, steps)
