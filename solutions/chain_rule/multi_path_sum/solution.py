import math


def total_derivative(path_slopes):
    return sum(math.prod(slopes) for slopes in path_slopes)
