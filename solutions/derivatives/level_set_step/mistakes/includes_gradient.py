import numpy as np


def tangent_basis(grad):
    n = len(grad)
    q = [grad / np.sqrt(np.sum(grad**2))]
    nearest = np.argmax(np.abs(grad))
    for k in range(n):
        if k == nearest:
            continue
        w = np.eye(n)[k]
        for u in q:
            w = w - np.dot(w, u) * u
        q.append(w / np.sqrt(np.sum(w**2)))
    return np.array(q[:-1])
