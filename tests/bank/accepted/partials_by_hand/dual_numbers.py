"""Not measured: numbers that carry their slope along, by the rules of calculus."""

import math
from dataclasses import dataclass


@dataclass(frozen=True)
class Dual:
    value: float
    slope: float = 0.0

    def __add__(self, other: "Dual") -> "Dual":
        return Dual(self.value + other.value, self.slope + other.slope)

    def __mul__(self, other: "Dual") -> "Dual":
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def sin(self) -> "Dual":
        return Dual(math.sin(self.value), math.cos(self.value) * self.slope)


def _f(x: Dual, y: Dual) -> Dual:
    return x * x * y + (x * y).sin()


def partials(x, y) -> tuple:
    return _f(Dual(x, 1.0), Dual(y)).slope, _f(Dual(x), Dual(y, 1.0)).slope


def tangent_plane(x0, y0):
    height = _f(Dual(x0), Dual(y0)).value
    fx, fy = partials(x0, y0)
    return lambda x, y: height + fx * (x - x0) + fy * (y - y0)
