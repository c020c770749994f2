import numpy as np


def add_bias(Z: np.ndarray, b: np.ndarray) -> np.ndarray:
    match b.shape:
        case (size,) if size == Z.shape[-1]:
            out = np.array(Z, dtype=np.float64)  # a float copy, so += can't truncate
            out += b
            return out
        case other:
            raise ValueError(f"expected one bias for each column, got shape {other}")
