import numpy as np


def step_curve(f, dfdx, x, hs) -> tuple[np.ndarray, float]:
    """Return the errors of the central difference of f at x, one for each step, and the best step.

    f, dfdx: functions of one number, dfdx the true slope of f
    hs: (K,), the steps, all positive, in any order

    The errors have shape (K,), in the order of hs.
    """
    raise NotImplementedError
