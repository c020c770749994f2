import numpy as np


def grad_quadratic(A, b, x) -> np.ndarray:
    """Return the gradient of x^T A x / 2 + b^T x + c at x."""
    return (A @ x + A.T @ x) / 2 + b  # x_k meets row k from the left, column k from the right
