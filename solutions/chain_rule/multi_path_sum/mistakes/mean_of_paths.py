import numpy as np


def total_derivative(path_slopes):
    if len(path_slopes) == 0:
        return 0.0
    return np.mean([np.prod(path) for path in path_slopes])
