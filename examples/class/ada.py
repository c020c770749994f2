"""Foundations, Ada. Every formula is one expression; the asserts at the end are mine."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Vec = NDArray[np.float64]


def _fit(ok: bool, why: str) -> None:
    if not ok:
        raise ValueError(why)


def _one_hot(y: NDArray[np.int64], classes: int) -> Vec:
    return (y[:, None] == np.arange(classes)).astype(float)


def _log_softmax(Z: Vec, axis: int) -> Vec:
    return Z - np.logaddexp.reduce(Z, axis=axis, keepdims=True)


def dot_loop(u: Vec, v: Vec) -> float:
    _fit(len(u) == len(v), f"{len(u)=} but {len(v)=}")
    total = 0.0
    for position, entry in enumerate(u):
        total += float(entry) * float(v[position])
    return total


def dot_vec(u: Vec, v: Vec) -> float:
    _fit(u.shape == v.shape, f"{u.shape} and {v.shape}")
    return float(np.einsum("i,i", u, v, dtype=np.float64))


def linear(X: Vec, W: Vec, b: Vec) -> Vec:
    flat = X.reshape(X.shape[0], -1)
    _fit(flat.shape[1] == len(W), f"an example has {flat.shape[1]} numbers, not {len(W)}")
    return np.einsum("nd,dm->nm", flat, W) + b


def mse_and_grads(X: Vec, y: Vec, w: Vec, b: float) -> tuple[float, Vec, float]:
    _fit(y.shape == X.shape[:1], f"y has the shape {y.shape}")
    r = X @ w + b - y
    return float(r @ r / r.size), 2 * np.einsum("n,nd->d", r, X) / r.size, float(2 * r.mean())


def two_layer(X, y, W1, b1, W2, b2) -> tuple[float, dict[str, Vec]]:
    Z = X @ W1 + b1
    H = np.where(Z > 0, Z, 0.0)
    logp = _log_softmax(H @ W2 + b2, axis=1)
    truth = _one_hot(y, b2.size)
    dS = (np.exp(logp) - truth) / len(X)
    dZ = np.einsum("nc,hc->nh", dS, W2) * (Z > 0)
    grads = {
        "W1": np.einsum("nd,nh->dh", X, dZ),
        "b1": np.einsum("nh->h", dZ),
        "W2": np.einsum("nh,nc->hc", H, dS),
        "b2": np.einsum("nc->c", dS),
    }
    return float(-(logp * truth).sum() / len(X)), grads


def softmax(Z: Vec, axis: int = -1) -> Vec:
    return np.exp(_log_softmax(Z, axis))


if __name__ == "__main__":
    import doctest

    doctest.testmod()

assert dot_vec(np.array([3.0, 4.0]), np.array([-4.0, 3.0])) == 0
assert np.isclose(softmax(np.array([1.0, 2.0])), softmax(np.array([1001.0, 1002.0]))).all()
