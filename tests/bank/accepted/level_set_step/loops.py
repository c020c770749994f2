import math


def dot(a, b):
    return sum(s * t for s, t in zip(a, b))


def tangent_basis(grad):
    """Candidates sorted by how far they are from the gradient; classical, twice."""
    g = [float(t) for t in grad]
    n = len(g)
    big = max(abs(t) for t in g)
    g = [t / big for t in g]
    length = math.sqrt(dot(g, g))
    base = [[t / length for t in g]]
    order = sorted(range(n), key=lambda k: abs(g[k]))
    for k in order[: n - 1]:
        w = [0.0] * n
        w[k] = 1.0
        for _ in range(2):
            shadows = [dot(w, u) for u in base]
            for s, u in zip(shadows, base):
                w = [a - s * b for a, b in zip(w, u)]
        length = math.sqrt(dot(w, w))
        base.append([t / length for t in w])
    return base[1:]
