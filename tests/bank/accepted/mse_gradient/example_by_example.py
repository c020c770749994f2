import numpy as np


def mse_and_grads(X, y, w, b) -> tuple[float, np.ndarray, float]:
    n, d = np.shape(X)
    match np.shape(y):
        case (k,) if k == n:
            pass
        case wrong:
            raise ValueError(f"y has shape {wrong}")

    loss, db = 0.0, 0.0
    dw = [0.0] * d
    for features, target in zip(X.tolist(), y.tolist()):
        prediction = float(b) + sum(f * float(weight) for f, weight in zip(features, w))
        r = prediction - target
        loss += r**2 / n
        db += 2 * r / n
        for j, f in enumerate(features):
            dw[j] += 2 * r * f / n
    return loss, np.array(dw), db
