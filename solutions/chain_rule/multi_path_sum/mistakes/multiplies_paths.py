def total_derivative(path_slopes):
    if not path_slopes:
        return 0
    total = 1
    for path in path_slopes:
        for s in path:
            total *= s
    return total
