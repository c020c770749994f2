def scale(numbers, factor={{rate + 1}}):
    """Return factor times numbers, an array of shape (n,)."""
    raise NotImplementedError
