import numpy as np


def tangent_basis(grad):
    grad /= np.sqrt(np.sum(grad**2))
    q = [grad]
    for axis in np.delete(np.eye(len(grad)), np.argmax(np.abs(grad)), axis=0):
        w = axis
        for u in q:
            w = w - np.dot(w, u) * u
        q.append(w / np.sqrt(np.sum(w**2)))
    return np.array(q[1:])
