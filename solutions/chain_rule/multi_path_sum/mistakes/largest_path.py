import math


def total_derivative(path_slopes):
    products = [math.prod(path) for path in path_slopes]
    return max(products, key=abs, default=0)
