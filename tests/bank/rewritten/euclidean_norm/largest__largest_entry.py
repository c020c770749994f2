import numpy as np


def l2_norm(x):
    return float(np.max(np.abs(x), initial=0.0))
