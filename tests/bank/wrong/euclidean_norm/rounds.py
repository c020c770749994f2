import numpy as np


def l2_norm(x):
    return round(float(np.sqrt(x @ x)), 6)
