def scale(factor, numbers):
    """Return factor times numbers, an array of shape (n,)."""
    raise NotImplementedError
