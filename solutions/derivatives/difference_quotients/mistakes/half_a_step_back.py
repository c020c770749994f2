def forward_diff(f, x, h):
    return (f(x + h) - f(x)) / h


def central_diff(f, x, h):
    plus = x + h
    minus = plus - h
    return (f(plus) - f(minus)) / (2 * h)
