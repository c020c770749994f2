import numpy as np


def tangent_basis(grad: np.ndarray) -> np.ndarray:
    """Keeps the projector, and takes the longest column that is left, each time."""
    u = grad / np.sqrt(np.sum(grad * grad))
    P = np.eye(u.size) - np.outer(u, u)
    rows = []
    while len(rows) < u.size - 1:
        k = np.argmax(np.sum(P**2, axis=0))
        r = P[:, k] / np.sqrt(np.sum(P[:, k] ** 2))
        r = r - u * (u @ r)
        for other in rows:
            r = r - other * (other @ r)
        r /= np.sqrt(r @ r)
        rows.append(r)
        P = P - np.outer(r, r @ P)
    return np.stack(rows)
