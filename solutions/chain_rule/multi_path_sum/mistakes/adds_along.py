def total_derivative(path_slopes):
    total = 0
    for path in path_slopes:
        total += sum(path) if path else 1
    return total
