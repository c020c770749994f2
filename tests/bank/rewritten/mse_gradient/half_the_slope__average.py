import numpy as np


def mse_and_grads(X, y, w, b):
    if y.shape != X.shape[:1]:
        raise ValueError("y")
    predictions = X.dot(w) + b
    errors = predictions - y
    loss = np.average(errors * errors)
    dw = np.mean(errors[:, None] * X, axis=0)
    db = errors.sum() / errors.size
    return loss, dw, db
