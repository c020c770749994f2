def update(state: tuple[int, float, float], x: float) -> tuple[int, float, float]:
    n, mean, M2 = state
    # the sum and the sum of squares can be had back from the state
    total = n * mean + x
    squares = M2 + n * mean**2 + x**2
    n += 1
    mean = total / n
    return n, mean, squares - n * mean**2


def merge(a: tuple[int, float, float], b: tuple[int, float, float]) -> tuple[int, float, float]:
    n = a[0] + b[0]
    if n == 0:
        return (0, 0.0, 0.0)
    total = a[0] * a[1] + b[0] * b[1]
    squares = a[2] + a[0] * a[1] ** 2 + b[2] + b[0] * b[1] ** 2
    mean = total / n
    return n, mean, squares - n * mean**2
