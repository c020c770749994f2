import math


def l2_norm(x):
    total = 0.0
    for entry in x:
        total += float(entry) ** 2
    return math.sqrt(total)
