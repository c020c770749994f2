import numpy as np


def softmax(Z, axis=-1):
    m = np.expand_dims(np.max(Z, axis), axis)
    powers = np.exp(np.add(m, Z))
    return np.true_divide(powers, np.expand_dims(np.sum(powers, axis), axis))
