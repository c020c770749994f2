def forward_diff(f, x, h):
    return (f(x) - f(x - h)) / h


def central_diff(f, x, h):
    return (f(x + h) - f(x - h)) / (2 * h)
