import numpy as np


def _with_ones(A):
    """a bias is a weight from an input that is always 1"""
    return np.concatenate([A, np.ones((len(A), 1))], axis=1)


class _Affine:
    def __init__(self, W, b):
        self.V = np.vstack([W, b])

    def forward(self, A):
        self.A = _with_ones(A)
        return np.tensordot(self.A, self.V, axes=([1], [0]))

    def backward(self, dS):
        dV = np.tensordot(self.A, dS, axes=([0], [0]))
        self.dW, self.db = dV[:-1], dV[-1]
        return np.tensordot(dS, self.V[:-1], axes=([1], [1]))


def two_layer(X, y, W1, b1, W2, b2):
    first, second = _Affine(W1, b1), _Affine(W2, b2)
    Z = first.forward(X)
    S = second.forward(np.where(Z > 0, Z, 0))

    truth = np.zeros(S.shape)
    np.put_along_axis(truth, np.asarray(y)[:, None], 1.0, axis=1)
    e = np.exp(S)
    total = e.sum(1)
    loss = np.mean(np.log(total) - (S * truth).sum(1))
    dS = (e / total[:, None] - truth) / len(X)

    first.backward(np.heaviside(Z, 0.0) * second.backward(dS))
    return loss, dict(W1=first.dW, b1=first.db, W2=second.dW, b2=second.db)
