def forward_diff(f, x, h):
    return f(x + h) - f(x)


def central_diff(f, x, h):
    return f(x + h) - f(x - h)
