import numpy as np

GAIN = {"linear": 1.0, "tanh": 1.0, "relu": 2.0}


def growth_rate(L: int, n: int, scale: float, seed: int) -> float:
    rng = np.random.default_rng(seed)
    x = np.eye(n)[0]
    exponent = 0
    for W in rng.normal(size=(L, n, n)):
        x = W @ x
        _, shift = np.frexp(np.max(np.abs(x)))
        x = np.ldexp(x, -shift)
        exponent += int(shift)
    with np.errstate(divide="ignore"):
        return float(np.log(scale) + (np.log(np.linalg.norm(x)) + exponent * np.log(2)) / L)


def good_scale(n: int, act: str) -> float:
    try:
        return float(np.sqrt(GAIN[act] / n))
    except KeyError:
        raise ValueError(act) from None
