import numpy as np


def describe_map(A):
    area = A[0, 0] * A[1, 1] - A[0, 1] * A[1, 0]
    first, second = A[:, 0].copy(), A[:, 1]
    corners = [np.zeros(2), first]
    upper = second.copy()
    second += first
    corners += [second, upper]
    return {"corners": np.array(corners), "area": area, "flips": area < 0}
