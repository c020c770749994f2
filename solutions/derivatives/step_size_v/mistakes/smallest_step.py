import numpy as np


def step_curve(f, dfdx, x, hs):
    errors = []
    for h in hs:
        errors.append(abs((f(x + h) - f(x - h)) / (2 * h) - dfdx(x)))
    return np.array(errors), float(np.min(hs))
