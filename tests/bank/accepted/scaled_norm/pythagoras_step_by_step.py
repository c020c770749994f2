import functools
import math


def safe_norm(x):
    def longer(a, b):
        a, b = max(abs(a), abs(b)), min(abs(a), abs(b))
        if a == 0 or a == math.inf:
            return a
        return a * math.sqrt(1 + (b / a) ** 2)

    return functools.reduce(longer, x.tolist(), 0.0)
