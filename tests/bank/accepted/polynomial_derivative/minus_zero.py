import operator
from itertools import count


def poly_derivative(c):
    # x - 0 is a TypeError for text, lists, None ... and changes no number
    numbers = [coefficient - 0 for coefficient in c]
    _constant, *rest = numbers
    return list(map(operator.mul, count(1), rest)) or [0]
