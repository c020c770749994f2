import numpy as np


def unbroadcast(g, shape):
    out = np.zeros(shape)
    lead = g.ndim - len(shape)
    for place in np.ndindex(*g.shape):
        target = tuple(0 if n == 1 else i for i, n in zip(place[lead:], shape))
        out[target] += g[place]
    return out
