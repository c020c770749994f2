import math


def probe(dtype):
    eps = 1.0
    while 1.0 + eps / 2 > 1.0:
        eps /= 2
    big = 2 - eps
    while not math.isinf(big * 2):
        big *= 2
    small = 1.0
    while small / 2 > 0:
        small /= 2
    normal = small / eps
    return {
        "epsilon": eps,
        "largest": big,
        "smallest_normal": normal,
        "smallest_subnormal": small,
    }
