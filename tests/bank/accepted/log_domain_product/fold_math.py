import math
from functools import reduce


def _plus(a: float, b: float) -> float:
    """ln(e^a + e^b): "plus" in the log domain"""
    if a < b:
        a, b = b, a
    if b == -math.inf:
        return a
    return a + math.log1p(math.exp(b - a))


def log_likelihood(p):
    if any(q == 0 for q in p):
        return -math.inf
    return math.fsum(math.log(q) for q in p)


def log_mixture(logw, logp):
    above = reduce(_plus, (w + q for w, q in zip(logw.tolist(), logp.tolist())))
    below = reduce(_plus, logw.tolist())
    return above - below
