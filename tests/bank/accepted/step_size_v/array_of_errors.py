import numpy as np


def step_curve(f, dfdx, x, hs):
    true_slope = dfdx(x)
    errors = np.empty(len(hs))
    for k in range(len(hs)):
        h = hs[k]
        measured = (f(x + h) - f(x - h)) / (2 * h)
        errors[k] = abs(measured - true_slope)
    return errors, hs[np.argmin(errors)]
