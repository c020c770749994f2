import numpy as np


def gated(names):
    """makes the step backwards out of a formula for the opening of the gate"""
    _, kept = names

    def decorate(local_slope):
        def vjp(*args, **kwargs):
            given = dict(zip(names, args)) | kwargs
            dx = np.array(given["dout"], dtype=np.float64)
            dx *= local_slope(np.asarray(given[kept], dtype=np.float64))
            return dx

        return vjp

    return decorate


@gated(("dout", "z"))
def relu_vjp(z):
    return np.heaviside(z, 0.0)


@gated(("dout", "a"))
def sigmoid_vjp(a):
    return a * np.subtract(1.0, a)


@gated(("dout", "y"))
def exp_vjp(y):
    return y


@gated(("dout", "x"))
def log_vjp(x):
    return np.reciprocal(x)
