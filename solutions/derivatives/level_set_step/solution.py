import numpy as np


def tangent_basis(grad: np.ndarray) -> np.ndarray:
    """Return an orthonormal basis of the directions at a right angle to grad, one a row."""
    n = len(grad)
    q = [grad / np.sqrt(grad @ grad)]
    axes = np.delete(np.eye(n), np.argmax(np.abs(grad)), axis=0)  # all but the nearest to grad
    for axis in axes:
        for found in q:
            axis = axis - (axis @ found) * found
        q.append(axis / np.sqrt(axis @ axis))
    return np.array(q[1:])
