import numpy as np


def step_curve(f, dfdx, x, hs):
    slope = np.float64(dfdx(x))
    quotients = np.array([(f(x + h) - f(x - h)) / (2 * h) for h in hs])
    errors = np.abs(quotients - slope) / np.abs(slope)
    return errors, float(hs[errors.argmin()])
