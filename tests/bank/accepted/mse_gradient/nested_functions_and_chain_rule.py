import numpy as np


def mse_and_grads(X: np.ndarray, y: np.ndarray, w: np.ndarray, b: float):
    def predict() -> np.ndarray:
        return (X * w).sum(axis=1) + b

    def loss(p: np.ndarray) -> float:
        return ((p - y) ** 2).mean()

    def loss_by_prediction(p: np.ndarray) -> np.ndarray:
        return 2 * (p - y) / p.size

    if y.ndim != 1 or y.size != X.shape[0]:
        raise ValueError("one target for each example")
    p = predict()
    upstream = loss_by_prediction(p)
    return loss(p), np.tensordot(upstream, X, axes=1), np.dot(upstream, np.ones(p.size))
