import numpy as np


def each(slope):
    def vjp(dout: np.ndarray, kept: np.ndarray) -> np.ndarray:
        out = np.zeros_like(dout)
        for place in np.ndindex(dout.shape):
            out[place] = dout[place] * slope(float(kept[place]))
        return out

    return vjp


relu_vjp = each(lambda z: 1.0 if z > 0 else 0.0)
sigmoid_vjp = each(lambda a: a * (1.0 - a))
exp_vjp = each(lambda y: y)
log_vjp = each(lambda x: 1.0 / x)
