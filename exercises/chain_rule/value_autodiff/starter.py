class Value:
    """A number that knows the slope of a result by itself, once result.backward() has run."""

    def __init__(self, data):
        """Keep data; grad is 0."""
        raise NotImplementedError

    def __add__(self, other):
        raise NotImplementedError

    def __radd__(self, other):
        raise NotImplementedError

    def __mul__(self, other):
        raise NotImplementedError

    def __rmul__(self, other):
        raise NotImplementedError

    def __pow__(self, exponent):
        raise NotImplementedError

    def tanh(self):
        raise NotImplementedError

    def relu(self):
        raise NotImplementedError

    def backward(self):
        """Set .grad of every value that went into this one."""
        raise NotImplementedError
