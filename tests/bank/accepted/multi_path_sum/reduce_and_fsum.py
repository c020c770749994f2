import functools
import math
import operator


def total_derivative(path_slopes: list) -> float:
    return math.fsum(functools.reduce(operator.mul, path, 1.0) for path in path_slopes)
