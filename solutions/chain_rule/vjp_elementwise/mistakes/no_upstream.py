import numpy as np


def relu_vjp(dout, z):
    return np.where(z > 0, 1.0, 0.0)


def sigmoid_vjp(dout, a):
    return a * (1 - a)


def exp_vjp(dout, y):
    return y.copy()


def log_vjp(dout, x):
    return 1 / x
