def update(state: tuple[int, float, float], x: float) -> tuple[int, float, float]:
    n, mean, M2 = state
    n += 1
    d = x - mean
    mean += d / n
    M2 += d * (x - mean)
    return n, mean, M2


def merge(a: tuple[int, float, float], b: tuple[int, float, float]) -> tuple[int, float, float]:
    (na, ma, Sa), (nb, mb, Sb) = a, b
    n = na + nb
    if n == 0:
        return 0, 0.0, 0.0
    d = mb - ma
    return n, ma + d * nb / n, Sa + Sb + d * d * na * nb / n
