import numpy as np


def softmax(Z, axis=-1):
    P = np.array(Z, dtype=np.float64)
    view = np.moveaxis(P, axis, 0)  # the scores of one distribution now stand along axis 0
    view -= np.amax(view, axis=0)
    np.exp(view, out=view)
    view *= np.reciprocal(np.tensordot(np.ones(view.shape[0]), view, axes=1))
    return P
