def forward_diff(f, x, h):
    rise = f(x + h) - f(x)
    run = h
    return rise / run


def central_diff(f, x, h):
    rise = f(x + h) - f(x - h)
    run = h + h
    return rise / run
