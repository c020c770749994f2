import math

import numpy as np


def l2_norm(x):
    return np.float64(math.fsum(sorted(entry**2 for entry in x)) ** 0.5)
