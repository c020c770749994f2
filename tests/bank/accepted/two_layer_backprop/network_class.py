from collections import OrderedDict

import numpy as np


class Network:
    def __init__(self, **parameters):
        self.__dict__.update(parameters)

    def forward(self, X, y):
        self.X, self.y = X, y
        self.Z = X @ self.W1 + self.b1
        self.H = relu(self.Z)
        self.P = softmax(self.H @ self.W2 + self.b2)
        return cross_entropy(self.P, y)

    def backward(self):
        delta = (self.P - one_hot(self.y, self.P.shape[1])) / len(self.y)
        hidden = delta @ self.W2.T
        hidden[self.Z <= 0] = 0
        grads = OrderedDict()
        grads["W1"], grads["b1"] = self.X.T @ hidden, hidden.sum(axis=0)
        grads["W2"], grads["b2"] = self.H.T @ delta, delta.sum(axis=0)
        return grads


def two_layer(X, y, W1, b1, W2, b2):
    net = Network(W1=W1, b1=b1, W2=W2, b2=b2)
    return net.forward(X, y), net.backward()


def relu(Z):
    return (Z + np.abs(Z)) / 2


def softmax(S):
    """A helper by the name of another problem's function: nobody asked for that one here."""
    E = np.exp(S - S.max(axis=-1, keepdims=True))
    return E / E.sum(axis=-1, keepdims=True)


def cross_entropy(P, y):
    return float(np.mean([-np.log(P[np.arange(len(y)), y])]))


def one_hot(y, c):
    return (y[:, None] == np.arange(c)).astype(float)
