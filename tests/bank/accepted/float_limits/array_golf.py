import numpy as np


def probe(dtype: str) -> dict[str, float]:
    print("probing", dtype)
    with np.errstate(all="ignore"):
        down = np.ldexp(np.ones(1200, dtype), -np.arange(1200)).astype(dtype)
        up = np.ldexp(np.ones(1200, dtype), np.arange(1200)).astype(dtype)
        steps = down[np.ones(1, dtype) + down > 1]
        epsilon = steps.min()
        odd = down * (1 + epsilon)
        keeps = down[odd != down]
        return dict(
            epsilon=epsilon,
            largest=(up * (2 - epsilon))[np.isfinite(up * (2 - epsilon))].max(),
            smallest_normal=keeps.min(),
            smallest_subnormal=down[down > 0].min(),
        )
