from typing import ClassVar

import numpy as np


class Value:
    """All values of a run stand on one tape, in the order in which they were made."""

    tape: ClassVar[list["Value"]] = []

    def __init__(self, data: float, *inputs: tuple["Value", float]) -> None:
        self.data = np.float64(data)
        self.grad = np.float64(0)
        self.inputs = inputs
        self.place = len(Value.tape)
        Value.tape.append(self)

    @staticmethod
    def wrap(x: "Value | float") -> "Value":
        return x if isinstance(x, Value) else Value(x)

    def __add__(self, other: "Value | float") -> "Value":
        other = Value.wrap(other)
        return Value(self.data + other.data, (self, 1.0), (other, 1.0))

    def __mul__(self, other: "Value | float") -> "Value":
        other = Value.wrap(other)
        return Value(self.data * other.data, (self, other.data), (other, self.data))

    def __radd__(self, other: float) -> "Value":
        return Value.wrap(other) + self

    def __rmul__(self, other: float) -> "Value":
        return Value.wrap(other) * self

    def __pow__(self, n: float) -> "Value":
        return Value(self.data**n, (self, n * self.data ** (n - 1)))

    def tanh(self) -> "Value":
        t = np.tanh(self.data)
        return Value(t, (self, 1 - t**2))

    def relu(self) -> "Value":
        return Value(np.maximum(self.data, 0), (self, np.float64(self.data > 0)))

    def backward(self) -> None:
        for value in Value.tape:
            value.grad = np.float64(0)
        self.grad = np.float64(1)
        for value in Value.tape[self.place :: -1]:
            for source, slope in value.inputs:
                source.grad = source.grad + slope * value.grad
        print("done")
