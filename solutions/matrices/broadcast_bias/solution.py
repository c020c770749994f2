import numpy as np


def add_bias(Z: np.ndarray, b: np.ndarray) -> np.ndarray:
    """Return a new float array (n, m): Z with b added to each of its rows."""
    outputs = Z.shape[1]
    if b.shape != (outputs,):
        raise ValueError(f"b has shape {b.shape}, but it must be ({outputs},)")
    return Z + b
