import numpy as np


def grad_quadratic(A, b, x) -> np.ndarray:
    return A @ x + b
