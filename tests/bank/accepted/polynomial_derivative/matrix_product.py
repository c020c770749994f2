import numpy as np


def poly_derivative(c):
    if isinstance(c, str):
        raise ValueError("a text is no polynomial")
    numbers = np.array([float(one) if not isinstance(one, str) else None for one in c], dtype=float)
    if np.isnan(numbers).any():
        raise ValueError("not a number")
    if len(numbers) == 1:
        return [0]
    D = np.diag(np.arange(1, len(numbers)), 1)
    return (D @ numbers)[:-1].tolist()
