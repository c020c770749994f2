import numpy as np


def neumaier_sum(x):
    return float(np.sum(x))
