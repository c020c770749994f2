import math

import numpy as np


def entries(slope):
    def of_array(z):
        z = np.asarray(z, dtype=float)
        out = np.empty(z.shape)
        for place in np.ndindex(z.shape):
            out[place] = slope(float(z[place]))
        return out

    return of_array


def sigmoid(t):
    if t < -700:
        return 0.0
    return 1 / (1 + math.exp(-t))


d_softplus = entries(sigmoid)
d_silu = entries(lambda t: sigmoid(t) * (1 + t * sigmoid(-t)))
d_gelu = entries(
    lambda t: 0.5 * math.erfc(-t / 2**0.5) + t * math.exp(-0.5 * t**2) / (2 * math.pi) ** 0.5
)
