import numpy as np


def tangent_basis(grad):
    q = [grad / np.sqrt(np.sum(grad**2))]
    for axis in np.delete(np.eye(len(grad)), np.argmax(np.abs(grad)), axis=0):
        w = axis
        for u in q:
            w = w - np.dot(w, u) / np.dot(u, u) * u
        q.append(w)
    return np.array(q[1:])
