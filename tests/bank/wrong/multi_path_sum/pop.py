def total_derivative(path_slopes: list[list[float]]) -> float:
    total = 0.0
    for path in path_slopes:
        arrives = 1.0
        while path:
            arrives *= path.pop()
        total += arrives
    return total
