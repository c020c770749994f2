import numpy as np


def tangent_basis(grad: np.ndarray) -> np.ndarray:
    n = len(grad)
    q = [grad / np.sqrt(np.sum(grad * grad))]
    for e in np.eye(n):
        rest = e.copy()
        for p in q:
            rest = rest - np.sum(rest * p) * p
        length = np.sqrt(np.sum(rest * rest))
        if length > 1e-10 and len(q) < n:  # e was not just a copy of what we have
            q.append(rest / length)
    return np.array(q[1:])
