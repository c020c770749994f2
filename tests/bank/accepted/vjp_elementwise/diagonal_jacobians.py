import numpy as np


def through(dout, slopes):
    J = np.diag(np.ravel(slopes))
    return (np.ravel(dout) @ J).reshape(np.shape(dout))


def relu_vjp(dout, z):
    return through(dout, np.heaviside(z, 0.0))


def sigmoid_vjp(dout, a):
    return through(dout, a - a**2)


def exp_vjp(dout, y):
    return through(dout, y)


def log_vjp(dout, x):
    return through(dout, x**-1.0)
