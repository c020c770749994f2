import math


class Value:
    def __init__(self, data, parents=()):
        self.data, self.grad, self.parents = float(data), 0.0, parents

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    __radd__, __rmul__ = __add__, __mul__

    def __pow__(self, n):
        return Value(self.data**n, ((self, n * self.data ** (n - 1)),))

    def tanh(self):
        t = math.tanh(self.data)
        return Value(t, ((self, 1 - t * t),))

    def relu(self):
        return Value(max(self.data, 0.0), ((self, 1.0 if self.data > 0 else 0.0),))

    def backward(self):
        self.grad = 1.0
        for v in topological(self):
            for parent, slope in v.parents:
                parent.grad += v.grad * slope


def topological(root):
    users, stack, seen = {}, [root], {id(root)}
    while stack:
        for p, _ in stack.pop().parents:
            users[id(p)] = users.get(id(p), 0) + 1
            if id(p) not in seen:
                seen.add(id(p))
                stack.append(p)
    ready, order = [root], []
    while ready:
        v = ready.pop()
        order.append(v)
        for p, _ in v.parents:
            users[id(p)] -= 1
            if users[id(p)] == 0:
                ready.append(p)
    return order
