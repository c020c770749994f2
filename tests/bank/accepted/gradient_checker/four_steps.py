from math import inf, isfinite

import numpy as np

EPS = 2.0**-52


class Probe:
    """Looks at one entry from both sides."""

    def __init__(self, f, x, index):
        self.f, self.x, self.index = f, x, index

    def __call__(self, offset: float) -> float:
        flat = self.x.ravel().copy()
        flat[self.index] += offset
        return float(self.f(flat.reshape(self.x.shape)))


def classify(probe, where, claim):
    unit = max(1.0, abs(where))
    f0 = probe(0)
    rights, lefts, sizes = [], [], [abs(f0)]
    for k in range(4):
        h = 2e-3 * unit / 2**k
        a, b = probe(h), probe(-h)
        if not (isfinite(a) and isfinite(b) and isfinite(f0)):
            return dict(verdict="unresolved", numeric=float("nan"), error=inf)
        rights.append((a - f0) / h)
        lefts.append((f0 - b) / h)
        sizes += [abs(a), abs(b)]
    round_off = 8 * EPS * max(sizes) / (2.5e-4 * unit)
    mid = [(r + l) / 2 for r, l in zip(rights, lefts)]
    gap = [abs(r - l) for r, l in zip(rights, lefts)]
    best = (4 * mid[2] - mid[1]) / 3
    bar = max(mid) - min(mid) + round_off
    scale = max(abs(best), abs(claim))
    steady = max(gap) < 1.4 * min(gap)
    if steady and min(gap) > 20 * round_off and min(gap) > 0.01 * scale:
        v = "kink"
    elif bar > 0.02 * scale and max(mid) - min(mid) > 10 * round_off:
        v = "unresolved"
    elif abs(best - claim) < bar + 2e-3 * scale or best == claim:
        v = "pass"
    else:
        v = "wrong"
    return dict(verdict=v, numeric=best, error=bar)


def check_gradient(f, grad, x):
    claims = np.array(grad(np.array(x)), dtype=float).ravel()
    return [classify(Probe(f, x, i), x.flat[i], claims[i]) for i in range(x.size)]
