def update(state, x):
    n, mean, m2 = state
    total = n * mean + x
    squares = m2 + n * mean**2 + x**2
    n += 1
    return n, total / n, squares - total**2 / n


def merge(a, b):
    n = a[0] + b[0]
    if n == 0:
        return a
    d = b[1] - a[1]
    return n, a[1] + d * b[0] / n, a[2] + b[2] + d * d * a[0] * b[0] / n
