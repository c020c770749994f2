import numpy as np


def probe(dtype):
    make = np.dtype(dtype).type
    result = {}

    # walk from 1 towards 0 and remember every number met on the way
    x = make(1)
    halves = []
    while x != make(0):
        halves.append(x)
        x = x / make(2)
    result["smallest_subnormal"] = halves[-1]

    for h in halves:
        if make(1) + h == make(1):
            break
        result["epsilon"] = h

    for h in halves:
        odd = h + h * result["epsilon"]
        if odd == h:  # the last digit has nowhere to go
            break
        result["smallest_normal"] = h

    with np.errstate(all="ignore"):
        power = make(1)
        while power * make(2) < make(np.inf):
            power = power * make(2)
        # fill the digits below the leading one
        total, part = power, power / make(2)
        while total + part != total and np.isfinite(total + part):
            total, part = total + part, part / make(2)
    result["largest"] = total
    return result
