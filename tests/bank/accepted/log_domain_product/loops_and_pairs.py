import math


def log_likelihood(p):
    total = 0.0
    for one in p:
        if one == 0:
            return -math.inf
        total += math.log(one)
    return total


def add_logs(a, b):
    if a == -math.inf:
        return b
    if b == -math.inf:
        return a
    high, low = max(a, b), min(a, b)
    return high + math.log1p(math.exp(low - high))


def log_mixture(logw, logp):
    above = below = -math.inf
    for w, p in zip(logw.tolist(), logp.tolist()):
        above = add_logs(above, w + p)
        below = add_logs(below, w)
    print(above, below)
    return above - below
