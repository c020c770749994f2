import numpy as np


def sigmoid(z):
    with np.errstate(all="ignore"):
        return np.exp(-np.logaddexp(0.0, -z))
