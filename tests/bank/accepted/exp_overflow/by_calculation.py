import math

import numpy as np

TYPES = {"float16": np.float16, "float32": np.float32, "float64": np.float64}


class Wall:
    def __init__(self, dtype: str):
        self.t = TYPES[dtype]
        self.info = np.finfo(self.t)

    def upper(self):
        with np.errstate(all="ignore"):
            x = self.t(math.log(float(self.info.max)))
            return x if np.isfinite(np.exp(x)) else np.nextafter(x, self.t(0))

    def lower(self):
        with np.errstate(all="ignore"):
            x = self.t(math.log(float(self.info.smallest_subnormal)) - math.log(2))
            return x if np.exp(x) != 0 else np.nextafter(x, self.t(0))


def exp_range(dtype):
    wall = Wall(dtype)
    return [wall.upper(), wall.lower()]
