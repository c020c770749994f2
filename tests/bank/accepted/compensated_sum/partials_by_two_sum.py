def _two(a: float, b: float) -> tuple[float, float]:
    """Knuth: a + b and exactly what it dropped, without asking which is larger"""
    t = a + b
    bb = t - a
    return t, (a - (t - bb)) + (b - bb)


def neumaier_sum(x):
    # keep ALL that was dropped: a list of parts that do not overlap, smallest first
    parts: list[float] = []
    for v in x.tolist():
        kept = []
        for p in parts:
            v, dropped = _two(v, p)
            if dropped:
                kept.append(dropped)
        parts = [*kept, v]
    total = 0.0
    for p in parts:
        total += p
    return total
