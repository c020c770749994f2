import numpy as np


def numerical_gradient(f, x, h=1e-5):
    h = h or 1e-5
    grad = []
    for i in range(len(x)):
        step = np.zeros(len(x))
        step[i] = h
        grad.append((f(x + step) - f(x - step)) / (2 * h))
    return np.array(grad)
