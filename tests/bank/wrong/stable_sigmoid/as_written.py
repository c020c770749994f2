import numpy as np


def sigmoid(z):
    # Left of -709 the exponential is infinite, and 1 / infinity is 0: just what is allowed there.
    # (The warning costs nothing.) Down to -709 the exponential is finite and the fraction exact.
    return 1 / (1 + np.exp(-z))
