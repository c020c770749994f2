import math


class Gear:
    def __init__(self, value: float) -> None:
        self.value = value
        self.factors: list[float] = []

    def turn(self, name: str) -> None:
        v = self.value
        match name:
            case "double":
                y, d = 2 * v, 2.0
            case "negate":
                y, d = -v, -1.0
            case "square":
                y, d = v**2, 2 * v
            case "exp":
                y = d = math.exp(v)
            case "sin":
                y, d = math.sin(v), math.cos(v)
            case "tanh":
                y = math.tanh(v)
                d = (1 - y) * (1 + y)
            case "sigmoid":
                y = 1.0 / (1.0 + math.exp(-v))
                d = y * (1 - y)
            case "relu":
                y, d = max(0.0, v), float(v > 0)
            case _:
                raise ValueError("what is " + name)
        self.value = y
        self.factors.append(d)
        print(name, v, "->", y)


def chain(fs, x):
    gear = Gear(float(x))
    for name in fs:
        gear.turn(name)
    total = 1.0
    for factor in gear.factors:
        total = total * factor
    return (total, gear.factors)
