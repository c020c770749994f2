import math


def total_derivative(path_slopes):
    return sum(abs(math.prod(path)) for path in path_slopes)
