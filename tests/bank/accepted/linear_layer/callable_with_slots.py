import numpy as np


class _Linear:
    __slots__ = ()

    def __call__(self, X, W, b):
        flat = np.asfortranarray(X.reshape(len(X), -1))
        return np.asfortranarray(flat @ W + np.broadcast_to(b, (len(X), len(b))))


linear = _Linear()
