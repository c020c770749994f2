import numpy as np


def unbroadcast(g, shape):
    extra = g.ndim - len(shape)
    padded = (1,) * extra + tuple(shape)
    axes = tuple(i for i, (small, big) in enumerate(zip(padded, g.shape)) if small == 1 and big > 1)
    out = np.array(g, dtype=float)  # a copy
    if axes:
        out = np.add.reduce(out, axis=axes, keepdims=True)
    out = out.reshape(shape)
    return float(out) if shape == () else out
