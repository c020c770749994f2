import math


def l2_norm(x):
    total = 0.0
    for entry in x:
        total += entry * entry
    return math.sqrt(total)
