from itertools import combinations

import numpy as np


def hessian(f, x: np.ndarray, h: float | None = None) -> np.ndarray:
    start = [float(v) for v in x]
    n = len(start)
    size = [h or np.finfo(float).eps ** 0.25 * max(1, abs(v)) for v in start]

    def value(**moves):
        at = list(start)
        for key, factor in moves.items():
            k = int(key[1:])
            at[k] += factor * size[k]
        return f(np.array(at))

    middle = value()
    up = [value(**{f"k{k}": 1}) for k in range(n)]
    down = [value(**{f"k{k}": -1}) for k in range(n)]
    out = np.empty((n, n))
    for k in range(n):
        out[k][k] = (up[k] - middle + (down[k] - middle)) / size[k] ** 2
    for i, j in combinations(range(n), 2):
        both = value(**{f"k{i}": 1, f"k{j}": 1}) + value(**{f"k{i}": -1, f"k{j}": -1})
        rest = up[i] + up[j] + down[i] + down[j] - 2 * middle
        out[i][j] = out[j][i] = (both - rest) / (2 * size[i] * size[j])
    return out
