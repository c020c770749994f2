import numpy as np


def tangent_basis(grad):
    n = len(grad)
    q = [grad / np.sqrt(np.sum(grad**2))]
    for axis in np.eye(n):
        w = axis
        for u in q:
            w = w - np.dot(w, u) * u
        length = np.sqrt(np.sum(w**2))
        if length > 1e-10 and len(q) < n:
            q.append(w / length)
    return np.array(q[1:])
