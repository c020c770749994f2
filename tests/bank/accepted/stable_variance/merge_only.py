from typing import NamedTuple


class State(NamedTuple):
    n: int = 0
    mean: float = 0.0
    M2: float = 0.0


def merge(a, b):
    a, b = State(*a), State(*b)
    if not a.n or not b.n:
        return b if b.n else a
    share = b.n / (a.n + b.n)
    gap = b.mean - a.mean
    return State(
        a.n + b.n,
        a.mean + share * gap,
        a.M2 + b.M2 + gap**2 * share * a.n,
    )


def update(state, x):
    """One number is a part as well: its mean is the number, and it has no spread."""
    return merge(state, (1, float(x), 0.0))
