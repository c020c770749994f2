def update(state, x):
    n, mean, m2 = state
    n += 1
    d = x - mean
    if n == 1:
        return 1, x, 0.0
    return n, mean + d / n, m2 + d**2


def merge(a, b):
    n = a[0] + b[0]
    if n == 0:
        return a
    d = b[1] - a[1]
    return n, a[1] + d * b[0] / n, a[2] + b[2] + d * d * a[0] * b[0] / n
