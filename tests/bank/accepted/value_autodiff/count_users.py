import numpy as np


def _lift(thing):
    return thing if isinstance(thing, Value) else Value(thing)


class Value:
    def __init__(self, data):
        self.data = float(data)
        self.grad = 0.0
        self.parents = []
        self.hand_on = lambda g: ()

    @classmethod
    def _make(cls, data, parents, hand_on):
        new = cls(data)
        new.parents, new.hand_on = list(parents), hand_on
        return new

    def __add__(self, other):
        other = _lift(other)
        return Value._make(self.data + other.data, (self, other), lambda g: (g, g))

    def __radd__(self, other):
        return self + other

    def __mul__(self, other):
        other = _lift(other)
        a, b = self.data, other.data
        return Value._make(a * b, (self, other), lambda g: (g * b, g * a))

    def __rmul__(self, other):
        return self * other

    def __pow__(self, exponent):
        x = self.data
        return Value._make(x**exponent, (self,), lambda g: (g * exponent * x ** (exponent - 1),))

    def tanh(self):
        x = self.data
        e = np.exp(-2 * abs(x))
        return Value._make(np.tanh(x), (self,), lambda g: (g * 4 * e / (1 + e) ** 2,))

    def relu(self):
        opened = self.data > 0
        return Value._make(self.data if opened else 0.0, (self,), lambda g: (g if opened else 0.0,))

    def backward(self):
        # first walk: how many reports does everybody wait for?
        waiting = {id(self): 0}
        stack = [self]
        while stack:
            node = stack.pop()
            node.grad = 0.0
            for p in node.parents:
                if id(p) not in waiting:
                    waiting[id(p)] = 0
                    stack.append(p)
                waiting[id(p)] += 1
        # second walk: whoever has heard all of them may speak
        self.grad = 1.0
        ready = [self]
        while ready:
            node = ready.pop()
            for p, share in zip(node.parents, node.hand_on(node.grad)):
                p.grad += share
                waiting[id(p)] -= 1
                if waiting[id(p)] == 0:
                    ready.append(p)
