import numpy as np


def step_curve(f, dfdx, x, hs) -> tuple[np.ndarray, float]:
    steps = np.sort(hs)[::-1]  # from large to small, as in the picture
    errors = np.array([abs((f(x + h) - f(x - h)) / (2 * h) - dfdx(x)) for h in steps])
    best = float(steps[errors.argmin()])
    return errors, best
