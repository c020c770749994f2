import numpy as np

LIMIT = np.float64(65504)


def choose_scale(g32: np.ndarray) -> int:
    m = np.abs(g32.astype(np.float64)).max()
    powers = 2.0 ** np.arange(24, -1, -1)
    return int(powers[np.argmax(m * powers < LIMIT)])


def unscale(g16: np.ndarray, s: int) -> np.ndarray:
    out = np.empty(np.shape(g16), dtype=np.float32)
    np.divide(g16, np.float32(s), out=out, dtype=np.float32)
    return out
