import numpy as np


def describe_map(A):
    corners = np.einsum("ij,nj->ni", A, np.array([[0, 0], [1, 0], [1, 1], [0, 1]]))
    x, y = corners.T
    area = 0.5 * np.sum(x * np.roll(y, -1) - y * np.roll(x, -1))
    return {"corners": corners, "area": area, "flips": area < 0}
