import numpy as np


def two_layer(X, y, W1, b1, W2, b2):
    m = X.shape[0]
    before = np.dot(X, W1) + b1
    hidden = before * (before > 0)
    scores = np.dot(hidden, W2) + b2
    top = np.max(scores, axis=1).reshape(-1, 1)
    powers = np.exp(scores - top)
    probs = powers / np.sum(powers, axis=1).reshape(-1, 1)
    loss = np.sum(-np.log(probs[np.arange(m), y])) / m
    probs[np.arange(m), y] -= 1
    gW2 = np.dot(hidden.T, probs) / m
    gb2 = np.sum(probs, axis=0) / m
    error = np.dot(probs, W2)
    error[before <= 0] = 0
    gW1 = np.dot(X.T, error) / m
    gb1 = np.sum(error, axis=0) / m
    return loss, {"W1": gW1, "b1": gb1, "W2": gW2, "b2": gb2}
