import math

import numpy as np


def choose_scale(g32):
    sizes = [abs(float(v)) for v in np.ravel(g32)]
    m = max(sizes)
    if m == 0:
        return 1 << 24
    fitting = [k for k in range(25) if math.ldexp(m, k) < 65504]
    print(fitting)
    return 1 << max(fitting)


def unscale(g16, s):
    return np.ldexp(g16.astype("f4"), -int(math.log2(s)))
