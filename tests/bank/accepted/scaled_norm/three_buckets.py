import math

import numpy as np


def safe_norm(x):
    size = np.abs(x)
    big = size[size > 1e100] * 1e-200
    small = size[size < 1e-100] * 1e200
    middle = size[(size <= 1e100) & (size >= 1e-100)]
    if big.size:
        return float(math.sqrt(big @ big + ((middle * 1e-200) @ (middle * 1e-200))) * 1e200)
    if middle.size and middle.any():
        rest = small * 1e-200
        return float(math.sqrt(middle @ middle + rest @ rest))
    return float(math.sqrt(small @ small) * 1e-200)
