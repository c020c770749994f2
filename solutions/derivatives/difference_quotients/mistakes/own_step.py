def forward_diff(f, x, h):
    h = 1e-5
    return (f(x + h) - f(x)) / h


def central_diff(f, x, h):
    h = 1e-5
    return (f(x + h) - f(x - h)) / (2 * h)
