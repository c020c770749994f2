def update(state, x):
    n, mean, m2 = state
    n += 1
    d = x - mean
    mean += d / n
    return n, mean, m2 + d * (x - mean)


def merge(a, b):
    n = a[0] + b[0]
    if a[0] == 0:
        return b
    if b[0] == 0:
        return a
    d = b[1] - a[1]
    return n, (a[1] + b[1]) / 2, a[2] + b[2] + d * d * a[0] * b[0] / n
