import numpy as np


def describe_map(A: np.ndarray) -> dict:
    square = np.array([[0.0, 0.0], [1.0, 0.0], [1.0, 1.0], [0.0, 1.0]])
    corners = square @ A
    area = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    return {"corners": corners, "area": float(area), "flips": bool(area < 0)}
