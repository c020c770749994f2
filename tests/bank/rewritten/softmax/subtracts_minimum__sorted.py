import numpy as np


def softmax(Z, axis=-1):
    T = np.moveaxis(Z, axis, 0)
    smallest = np.sort(T, axis=0)[0]
    E = np.exp(T - smallest)
    return np.moveaxis(E / E.sum(axis=0), 0, axis)
