def forward_diff(f, x, h):
    return abs(f(x + h) - f(x)) / h


def central_diff(f, x, h):
    return abs(f(x + h) - f(x - h)) / (2 * h)
