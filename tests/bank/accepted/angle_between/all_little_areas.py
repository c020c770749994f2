import math

import numpy as np


def angle_between(u, v):
    a, b = u / math.hypot(*u), v / math.hypot(*v)
    areas = np.outer(a, b) - np.outer(b, a)
    sine = math.sqrt(np.sum(np.triu(areas) ** 2))
    return math.atan2(sine, float(np.sum(a * b)))
