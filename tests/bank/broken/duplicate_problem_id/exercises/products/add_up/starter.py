def add_on(numbers, start=0.0):
    """Return start plus the sum of numbers, an array of shape (n,)."""
    raise NotImplementedError
