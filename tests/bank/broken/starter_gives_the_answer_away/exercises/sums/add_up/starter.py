def add_up(numbers, start=0.0):
    """Return start plus the sum of numbers, an array of shape (n,)."""
    total = start
    for n in numbers:
        ...
    # total=total + float( number )
    raise NotImplementedError
