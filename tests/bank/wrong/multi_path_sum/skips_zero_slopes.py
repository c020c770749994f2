def total_derivative(path_slopes):
    total = 0
    for path in path_slopes:
        product = 1
        for slope in path:
            if slope:
                product *= slope
        total += product
    return total
