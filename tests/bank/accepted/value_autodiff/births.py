import math
from itertools import count

_births = count()


class Value:
    """Every value knows the order in which it was born; parents are always older."""

    def __init__(self, data, _links=()):
        self.data = float(data)
        self.grad = 0.0
        self._links = _links  # pairs (parent, local slope)
        self._born = next(_births)

    def __add__(self, other):
        if isinstance(other, Value):
            return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))
        return Value(self.data + other, ((self, 1.0),))

    __radd__ = __add__

    def __mul__(self, other):
        if isinstance(other, Value):
            return Value(self.data * other.data, ((self, other.data), (other, self.data)))
        return Value(self.data * other, ((self, float(other)),))

    __rmul__ = __mul__

    def __pow__(self, exponent):
        slope = exponent * self.data ** (exponent - 1)
        return Value(self.data**exponent, ((self, slope),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, 1.0 - t * t),))

    def relu(self):
        return Value(max(self.data, 0.0), ((self, 1.0 if self.data > 0 else 0.0),))

    def backward(self):
        found = {self}
        todo = [self]
        while todo:
            for parent, _ in todo.pop()._links:
                if parent not in found:
                    found.add(parent)
                    todo.append(parent)
        for value in found:
            value.grad = 0.0
        self.grad = 1.0
        for value in sorted(found, key=lambda v: v._born, reverse=True):
            for parent, slope in value._links:
                parent.grad += slope * value.grad
