def update(state, x):
    # a single number is a part of its own
    return merge(state, (1, x, 0.0))


def merge(a, b):
    if a[0] == 0:
        return [b[0], b[1], b[2]]
    if b[0] == 0:
        return [a[0], a[1], a[2]]
    total = a[0] + b[0]
    middle = (a[0] * a[1] + b[0] * b[1]) / total
    spread = a[2] + b[2]
    for part in (a, b):
        spread = spread + part[0] * (part[1] - middle) * (part[1] - middle)
    return [total, middle, spread]
