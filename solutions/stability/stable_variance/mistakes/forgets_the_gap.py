def update(state, x):
    n, mean, m2 = state
    n += 1
    d = x - mean
    mean += d / n
    return n, mean, m2 + d * (x - mean)


def merge(a, b):
    n = a[0] + b[0]
    if n == 0:
        return a
    return n, (a[0] * a[1] + b[0] * b[1]) / n, a[2] + b[2]
