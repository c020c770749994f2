import numpy as np


def descend(grad, x0, lr, steps) -> np.ndarray:
    """Return the path of gradient descent, an array (steps + 1, n) with the start in row 0.

    grad: takes a point (n,), gives the gradient there, (n,)
    x0: (n,), the start
    lr: the learning rate
    steps: how many steps, 0 or more
    """
    raise NotImplementedError
