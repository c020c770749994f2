import numpy as np


def check_gradient(f, grad, x):
    """The usual recipe: h = 1e-5, relative error below 1e-4."""
    claimed = grad(x.copy())
    rows = []
    for i in np.ndindex(*x.shape):
        up, down = x.copy(), x.copy()
        up[i] += 1e-5
        down[i] -= 1e-5
        slope = (f(up) - f(down)) / 2e-5
        relative = abs(slope - claimed[i]) / max(1e-8, abs(slope) + abs(claimed[i]))
        verdict = "pass" if relative < 1e-4 else "wrong"
        rows.append({"verdict": verdict, "numeric": float(slope), "error": 1e-5})
    return rows
