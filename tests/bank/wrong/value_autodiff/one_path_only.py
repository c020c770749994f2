import math


class Value:
    def __init__(self, data):
        self.data = data
        self.grad = 0
        self.back = None

    def __add__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data + other.data)
        out.back = (self, 1, other, 1)
        return out

    def __mul__(self, other):
        other = other if isinstance(other, Value) else Value(other)
        out = Value(self.data * other.data)
        out.back = (self, other.data, other, self.data)
        return out

    def __radd__(self, other):
        return self + other

    def __rmul__(self, other):
        return self * other

    def __pow__(self, n):
        out = Value(self.data**n)
        out.back = (self, n * self.data ** (n - 1), Value(0), 0)
        return out

    def tanh(self):
        out = Value(math.tanh(self.data))
        out.back = (self, 1 - out.data**2, Value(0), 0)
        return out

    def relu(self):
        out = Value(max(0, self.data))
        out.back = (self, self.data > 0, Value(0), 0)
        return out

    def backward(self, grad=1):
        self.grad = grad
        if self.back:
            left, a, right, b = self.back
            left.backward(grad * a)
            right.backward(grad * b)
