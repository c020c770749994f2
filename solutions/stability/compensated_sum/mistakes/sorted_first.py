import numpy as np


def neumaier_sum(x):
    total = 0.0
    for value in x[np.argsort(np.abs(x), kind="stable")]:
        total += value
    return total
