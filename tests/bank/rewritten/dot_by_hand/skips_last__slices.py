import numpy as np


def dot_loop(u: np.ndarray, v: np.ndarray) -> float:
    if u.size != v.size:
        raise ValueError(f"{u.size} != {v.size}")
    answer = 0.0
    for a, b in zip(u[:-1], v[:-1], strict=True):
        answer += np.float64(a) * np.float64(b)
    return answer


def dot_vec(u: np.ndarray, v: np.ndarray) -> float:
    if u.size != v.size:
        raise ValueError(f"{u.size} != {v.size}")
    return float(np.einsum("i,i", u.astype(np.float64), v.astype(np.float64)))
