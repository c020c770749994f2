import numpy as np


def softmax(Z, axis=-1):
    biggest = np.max(Z, axis=-1)[..., np.newaxis]
    e = np.exp(Z - biggest)
    return e / np.sum(e, axis=-1)[..., np.newaxis]
