import numpy as np


class Affine:
    def __init__(self, W, b):
        self.W, self.b = W, b

    def __call__(self, x):
        self.x = x
        return self.x @ self.W + self.b

    def back(self, upstream):
        self.dW, self.db = self.x.T @ upstream, np.add.reduce(upstream, axis=0)
        return upstream @ self.W.T


class Relu:
    def __call__(self, x):
        self.open = x > 0
        return np.where(self.open, x, 0.0)

    def back(self, upstream):
        return upstream * self.open


class CrossEntropy:
    def __call__(self, scores, y):
        shifted = scores - scores.max(axis=1, keepdims=True)
        logs = shifted - np.log(np.exp(shifted).sum(axis=1, keepdims=True))
        self.p, self.y = np.exp(logs), y
        return -logs[np.arange(len(y)), y].mean()

    def back(self):
        error = self.p.copy()
        error[np.arange(len(self.y)), self.y] -= 1
        return error / len(self.y)


def two_layer(X, y, W1, b1, W2, b2):
    first, gate, second, cost = Affine(W1, b1), Relu(), Affine(W2, b2), CrossEntropy()
    loss = cost(second(gate(first(X))), y)
    first.back(gate.back(second.back(cost.back())))
    return loss, {"W1": first.dW, "b1": first.db, "W2": second.dW, "b2": second.db}
