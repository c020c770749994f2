def _row(A, k):
    return A[k]


def _column(A, k):
    return [row[k] for row in A]


def _weigh(numbers, x):
    return sum(float(p) * float(q) for p, q in zip(numbers, x))


def grad_quadratic(A, b, x):
    import numpy as np

    slopes = []
    for k in range(len(x)):
        slopes.append((_weigh(_row(A, k), x) + _weigh(_column(A, k), x)) / 2 + float(b[k]))
    return np.array(slopes)
