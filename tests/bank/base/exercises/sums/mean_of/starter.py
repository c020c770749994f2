def mean_of(numbers):
    """Return the mean of numbers, an array of shape (n,); ValueError if there are none."""
    raise NotImplementedError
