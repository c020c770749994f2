import numpy as np


def l2_norm(x):
    x = x.astype(np.float32)
    return float(np.sqrt(x @ x))
