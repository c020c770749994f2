import numpy as np


def describe_map(A: np.ndarray) -> dict:
    """Return what A does to the plane, as a dict of corners, area and flips."""
    first, second = A[:, 0], A[:, 1]  # where (1, 0) and (0, 1) go
    corners = np.array([[0.0, 0.0], first, first + second, second])
    area = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    return {"corners": corners, "area": float(area), "flips": bool(area < 0)}
