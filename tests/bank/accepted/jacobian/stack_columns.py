import numpy as np


def jacobian(f, x, h=None):
    x = np.array(x, dtype=float)

    def outputs(point):
        return np.atleast_1d(np.array(f(point), dtype=float))

    columns = []
    for j, entry in enumerate(x):
        step = h
        if step is None:
            step = 6e-6 * max(1, abs(entry))
        nudge = np.zeros_like(x)
        nudge[j] = step
        up = outputs(x + nudge)
        down = outputs(x - nudge)
        columns.append((up - down) / (2 * step))
    return np.column_stack(columns)
