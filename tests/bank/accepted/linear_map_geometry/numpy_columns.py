import numpy as np


def describe_map(A: np.ndarray) -> dict:
    right, up = A[:, 0], A[:, 1]  # where (1, 0) and (0, 1) go
    corners = np.vstack((np.zeros(2), right, right + up, up))
    area = right[0] * up[1] - up[0] * right[1]
    return dict(corners=corners, area=area, flips=area < 0)
