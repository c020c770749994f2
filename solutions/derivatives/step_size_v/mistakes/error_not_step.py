import numpy as np


def step_curve(f, dfdx, x, hs):
    errors = np.array([abs((f(x + h) - f(x - h)) / (2 * h) - dfdx(x)) for h in hs])
    return errors, float(errors.min())
