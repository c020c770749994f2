import numpy as np


def relu(a):
    return np.where(a > 0, a, 0)


def probabilities(scores):
    powers = np.exp(scores - np.max(scores, axis=1, keepdims=True))
    return powers / np.sum(powers, axis=1, keepdims=True)


def two_layer(X, y, W1, b1, W2, b2):
    batch = len(y)
    a1 = relu(np.dot(X, W1) + b1)
    probs = probabilities(np.dot(a1, W2) + b2)
    loss = np.mean([-np.log(p) for p in probs[range(batch), y]])
    delta2 = probs
    delta2[range(batch), y] -= 1
    delta1 = np.dot(delta2, W2.T)
    grads = {}
    grads["W2"] = np.dot(a1.T, delta2) / batch
    grads["b2"] = np.mean(delta2, axis=0)
    grads["W1"] = np.dot(X.T, delta1) / batch
    grads["b1"] = np.mean(delta1, axis=0)
    return loss, grads
