def total_derivative(path_slopes):
    total = 0
    for path in path_slopes:
        if not path:
            continue
        product = 1
        for s in path:
            product *= s
        total += product
    return total
