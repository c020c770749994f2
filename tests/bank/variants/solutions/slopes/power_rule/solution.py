FACTOR = {{a}}
POWER = {{n}}


def power_slope(x, shift={{c}}):
    return FACTOR * POWER * (x - shift) ** (POWER - 1)
