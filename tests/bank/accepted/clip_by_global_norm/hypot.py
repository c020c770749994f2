from itertools import chain
from math import hypot, isfinite


def _entries(grads):
    return chain.from_iterable(g.flat for g in grads.values())


def clip(grads, c):
    if not all(map(isfinite, _entries(grads))):
        raise ValueError("nan or inf among the gradients")
    norm = hypot(*_entries(grads))  # the library's hypot scales by itself
    if norm <= c:
        return dict(grads), norm
    return {k: (c / norm) * g for k, g in grads.items()}, norm
