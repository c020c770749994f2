import numpy as np


def two_layer(X, y, W1, b1, W2, b2) -> tuple[float, dict[str, np.ndarray]]:
    N = X.shape[0]
    Z = X @ W1 + b1
    H = np.maximum(Z, 0)
    S = H @ W2 + b2
    P = np.exp(S) / np.exp(S).sum(axis=1, keepdims=True)
    loss = -np.log(P[np.arange(N), y]).mean()

    E = P.copy()
    E[np.arange(N), y] -= 1
    E /= N
    back = E @ W2.T
    back[Z <= 0] = 0
    return float(loss), {
        "W1": X.T @ back,
        "b1": back.sum(axis=0),
        "W2": H.T @ E,
        "b2": E.sum(axis=0),
    }
