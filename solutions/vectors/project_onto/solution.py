import numpy as np


def project(v: np.ndarray, u: np.ndarray) -> tuple[np.ndarray, np.ndarray]:
    """Return (shadow, remainder): the part of v along u, and the part at right angles to u."""
    if not np.any(u):
        raise ValueError("u is zero, so it has no direction to project on")
    shadow = np.dot(v, u) / np.dot(u, u) * u
    return shadow, v - shadow
