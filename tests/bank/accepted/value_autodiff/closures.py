import math


class Value:
    """Each operation leaves a function behind that hands its gradient on."""

    def __init__(self, data):
        self.data = data
        self.grad = 0
        self._children = []
        self._hand_on = lambda: None

    def _made(self, data, children, hand_on):
        out = Value(data)
        out._children = children
        out._hand_on = lambda: hand_on(out.grad)
        return out

    def __add__(self, other):
        if not isinstance(other, Value):
            other = Value(other)

        def hand_on(g):
            self.grad += g
            other.grad += g

        return self._made(self.data + other.data, [self, other], hand_on)

    def __radd__(self, other):
        return self + other

    def __mul__(self, other):
        if not isinstance(other, Value):
            other = Value(other)

        def hand_on(g):
            self.grad += g * other.data
            other.grad += g * self.data

        return self._made(self.data * other.data, [self, other], hand_on)

    def __rmul__(self, other):
        return self * other

    def __pow__(self, n):
        def hand_on(g):
            self.grad += g * n * self.data ** (n - 1)

        return self._made(self.data**n, [self], hand_on)

    def tanh(self):
        t = math.tanh(self.data)

        def hand_on(g):
            self.grad += g * (1 - t) * (1 + t)

        return self._made(t, [self], hand_on)

    def relu(self):
        def hand_on(g):
            if self.data > 0:
                self.grad += g

        return self._made(self.data if self.data > 0 else 0, [self], hand_on)

    def backward(self):
        order, state = [], {}
        stack = [self]
        while stack:
            v = stack[-1]
            if state.get(v) == "done":
                stack.pop()
            elif state.get(v) == "open":
                state[v] = "done"
                order.append(v)
                stack.pop()
            else:
                state[v] = "open"
                stack.extend(c for c in v._children if c not in state)
        for v in order:
            v.grad = 0
        self.grad = 1
        for v in reversed(order):
            v._hand_on()
