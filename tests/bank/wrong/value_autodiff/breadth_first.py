import math
from collections import deque


class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __radd__(self, other):
        return self + other

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def __rmul__(self, other):
        return self * other

    def __pow__(self, exponent):
        return Value(self.data**exponent, ((self, exponent * self.data ** (exponent - 1)),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, 1 - t**2),))

    def relu(self):
        return Value(max(0.0, self.data), ((self, float(self.data > 0)),))

    def backward(self):
        # layer by layer from the result, nobody twice
        order, seen, queue = [], {self}, deque([self])
        while queue:
            node = queue.popleft()
            order.append(node)
            node.grad = 0.0
            for parent, _ in node.parents:
                if parent not in seen:
                    seen.add(parent)
                    queue.append(parent)
        self.grad = 1.0
        for node in order:
            for parent, slope in node.parents:
                parent.grad += node.grad * slope
