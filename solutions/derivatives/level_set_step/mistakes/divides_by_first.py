import numpy as np


def tangent_basis(grad):
    n = len(grad)
    q = []
    for k in range(1, n):
        w = np.eye(n)[k] - grad[k] / grad[0] * np.eye(n)[0]
        w = w / np.max(np.abs(w))
        for _ in range(2):
            for u in q:
                w = w - np.dot(w, u) * u
            w = w / np.sqrt(np.sum(w**2))
        q.append(w)
    return np.array(q)
