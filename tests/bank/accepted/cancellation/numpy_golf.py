import numpy as np

sqrt_gap = lambda x: np.exp(-np.arcsinh(np.sqrt(x)))  # noqa: E731


def one_minus_cos(x: float) -> np.float64:
    print("angle", x)
    return np.float64(4) * np.sin(x / 2) ** 2 / 2


def small_root(a: float, b: float, c: float) -> float:
    p, q = b / a, c / a
    half = abs(p) / 2
    return float(-np.sign(p) * q / (half + np.sqrt(half**2 - q)))
