import numpy as np

SMALL = 1e-10
CONSTANTS = {"SMALL": (1e-9, 1e-8)}


def tangent_basis(grad):
    n = len(grad)
    nearest = 0
    for k in range(n):
        if abs(grad[k]) > SMALL and abs(grad[k]) > abs(grad[nearest]):
            nearest = k
    q = []
    if abs(grad[nearest]) > SMALL:
        q.append(grad / np.sqrt(np.sum(grad**2)))
    else:
        q.append(np.eye(n)[0])
    for k in range(n):
        if k != nearest:
            w = np.eye(n)[k]
            for u in q:
                w = w - np.dot(w, u) * u
            q.append(w / np.sqrt(np.sum(w**2)))
    return np.array(q[1:])
