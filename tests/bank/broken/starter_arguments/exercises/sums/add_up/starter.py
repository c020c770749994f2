def add_up(start, numbers: list[float]):
    """Return start plus the sum of numbers, an array of shape (n,)."""
    raise NotImplementedError
