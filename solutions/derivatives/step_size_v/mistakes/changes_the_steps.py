import numpy as np


def step_curve(f, dfdx, x, hs):
    given = hs.copy()
    hs.sort()
    errors = np.array([abs((f(x + h) - f(x - h)) / (2 * h) - dfdx(x)) for h in given])
    return errors, float(given[errors.argmin()])
