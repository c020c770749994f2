import math

import numpy as np


def unbroadcast(g: np.ndarray, shape: tuple) -> np.ndarray:
    # number the operand's entries, stretch the numbers like the operand was stretched,
    # then every entry of g knows whose copy it is
    size = math.prod(shape)
    owner = np.broadcast_to(np.arange(size).reshape(shape), g.shape)
    total = np.bincount(owner.ravel(), weights=g.ravel(), minlength=size)
    return total.reshape(shape)
