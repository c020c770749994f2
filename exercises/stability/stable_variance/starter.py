def update(state: tuple[int, float, float], x: float) -> tuple[int, float, float]:
    """Return the state (n, mean, M2) after the number x has joined.

    state: (n, mean, M2), with M2 the sum of squared deviations from the mean; (0, 0.0, 0.0) for
        no numbers
    x: a number
    """
    raise NotImplementedError


def merge(a: tuple[int, float, float], b: tuple[int, float, float]) -> tuple[int, float, float]:
    """Return the state (n, mean, M2) of two parts together.

    a, b: (n, mean, M2) of each part, either of which may be empty
    """
    raise NotImplementedError
