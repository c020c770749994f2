import numpy as np


def step_curve(f, dfdx, x, hs):
    true = dfdx(x)
    winner, record = None, float("inf")
    errors = []
    for h in hs:
        left = x - h
        right = x + h
        rise = f(right) / (2 * h) - f(left) / (2 * h)
        error = rise - true
        if error < 0:
            error = -error
        if error <= record:
            winner, record = h, error
        errors.append(error)
        print(f"h = {h:g}: off by {error:g}")
    return np.array(errors), winner
