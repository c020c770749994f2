def update(state: tuple[int, float, float], x: float) -> tuple[int, float, float]:
    """Return the state (n, mean, M2) after the number x has joined."""
    n, mean, m2 = state
    before = x - mean
    mean = mean + before / (n + 1)
    after = x - mean
    return n + 1, mean, m2 + before * after


def merge(a: tuple[int, float, float], b: tuple[int, float, float]) -> tuple[int, float, float]:
    """Return the state (n, mean, M2) of two parts together."""
    n_a, mean_a, m2_a = a
    n_b, mean_b, m2_b = b
    n = n_a + n_b
    if n == 0:
        return a
    gap = mean_b - mean_a
    return n, mean_a + gap * n_b / n, m2_a + m2_b + gap**2 * n_a * n_b / n
