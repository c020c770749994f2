def forward_diff(f, x, h) -> float:
    return (f(x + h) - f(x)) / h


def central_diff(f, x, h) -> float:
    return (f(x + h) - f(x - h)) / h
