import math


def normalize(x):
    entries = [float(e) for e in x]
    length = math.hypot(*entries)
    if length == 0:
        return [0.0] * len(entries)
    return [e / length for e in entries]
