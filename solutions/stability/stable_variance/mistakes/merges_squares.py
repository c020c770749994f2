def update(state, x):
    n, mean, m2 = state
    n += 1
    d = x - mean
    mean += d / n
    return n, mean, m2 + d * (x - mean)


def merge(a, b):
    n = a[0] + b[0]
    if n == 0:
        return (0, 0.0, 0.0)
    mean = (a[0] * a[1] + b[0] * b[1]) / n
    squares = a[2] + a[0] * a[1] ** 2 + b[2] + b[0] * b[1] ** 2
    return n, mean, squares - n * mean**2
