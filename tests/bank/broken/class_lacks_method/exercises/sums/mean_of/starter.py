def mean_of(numbers):
    """Return the mean of numbers, an array of shape (n,); ValueError if there are none."""
    raise NotImplementedError


class Running:
    def __init__(self, start):
        raise NotImplementedError

    def ad(self, number):
        raise NotImplementedError

    def reset(self):
        raise NotImplementedError
