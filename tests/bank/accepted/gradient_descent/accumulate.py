from itertools import accumulate

import numpy as np


def descend(grad, x0, lr, steps):
    def one_step(point, _):
        return point - lr * grad(point)

    start = np.array(x0, dtype=float)
    return np.array(list(accumulate(range(steps), one_step, initial=start)))
