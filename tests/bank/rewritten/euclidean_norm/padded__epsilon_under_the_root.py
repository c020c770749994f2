import numpy as np


def l2_norm(x):
    return float(np.sqrt(x @ x + 1e-12))
