from typing import NamedTuple

import numpy as np


class State(NamedTuple):
    n: int
    mean: float
    M2: float


def update(state, x) -> State:
    s = State(*state)
    mean = (s.n * s.mean + x) / (s.n + 1)
    return State(s.n + 1, mean, s.M2 + (x - s.mean) * (x - mean))


def merge(a, b) -> State:
    table = np.array([a, b], dtype=float)
    n, means, m2 = table.T
    if not n.any():
        return State(0, 0.0, 0.0)
    mean = np.average(means - means[n.argmax()], weights=n) + means[n.argmax()]
    return State(int(n.sum()), mean, m2.sum() + n @ (means - mean) ** 2)
