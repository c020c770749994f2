import math


def normalize(x):
    length = math.hypot(*x.tolist())
    return [entry / length if length else 0.0 for entry in x.tolist()]
