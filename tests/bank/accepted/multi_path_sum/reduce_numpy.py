from functools import reduce

import numpy as np


def total_derivative(path_slopes):
    total = np.float64(0.0)
    for path in path_slopes:
        gear = reduce(lambda so_far, slope: so_far * slope, path, 1.0)
        total = total + gear
    return total
