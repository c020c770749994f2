import numpy as np


def cross_entropy(Z, y):
    E = np.exp(Z - Z.max(axis=1, keepdims=True))
    P = E / E.sum(axis=1, keepdims=True)
    P = np.clip(P, 1e-12, 1)
    return -np.mean(np.log(P[np.arange(len(y)), y]))
