import numpy as np


def tangent_basis(grad):
    u = grad / np.sqrt(np.sum(grad**2))
    axes = np.delete(np.eye(len(u)), np.argmax(np.abs(u)), axis=0)
    W = axes - np.outer(axes @ u, u)
    return W / np.sqrt(np.sum(W**2, axis=1, keepdims=True))
