import numpy as np


def check_gradient(f, grad, x) -> list[dict]:
    """Hold the gradient that grad claims against measured slopes of f at x.

    x: float array; f(x): number; grad(x): array of the shape of x

    Returns a dict for each entry of x: 'verdict', 'numeric' and 'error'.
    """
    raise NotImplementedError
