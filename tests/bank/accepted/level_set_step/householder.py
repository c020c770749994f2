import numpy as np


def tangent_basis(grad):
    # a mirror that sends grad onto an axis sends the other axes onto the tangent plane
    g = grad / np.abs(grad).max()
    g = g / np.sqrt(g @ g)
    v = g.copy()
    v[0] += np.copysign(1.0, g[0])
    return (np.eye(len(g)) - 2 * np.outer(v, v) / (v @ v))[1:]
