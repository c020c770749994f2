def forward_diff(f, x: float, h: float) -> float:
    y0, y1 = f(x), f(x + h)
    print("from", y0, "to", y1)
    return y1 / h - y0 / h


def central_diff(f, x: float, h: float) -> float:
    values = [f(x + s * h) for s in (1, -1)]
    return 0.5 * (values[0] - values[1]) / h
