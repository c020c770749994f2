import numpy as np

ORDER = 1  # -1: from large to small
CONSTANTS = {"ORDER": (-1,)}


def step_curve(f, dfdx, x, hs):
    hs = np.sort(hs)[::ORDER]
    errors = np.array([abs((f(x + h) - f(x - h)) / (2 * h) - dfdx(x)) for h in hs])
    return errors, float(hs[errors.argmin()])
