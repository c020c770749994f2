import numpy as np


def normalize(x):
    mantissa, exponent = np.frexp(x.astype(float))
    if not mantissa.any():
        return np.zeros(len(x))
    y = np.ldexp(mantissa, exponent - exponent[mantissa != 0].max())
    return y * (1 / np.sqrt(np.einsum("i,i", y, y)))
