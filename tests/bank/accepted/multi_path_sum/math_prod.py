import math


def total_derivative(path_slopes: list[list[float]]) -> float:
    return sum(math.prod(path) for path in path_slopes)
