def total_derivative(path_slopes):
    total = 0
    for path in path_slopes:
        product = 1
        while path:
            product *= path.pop()
        total += product
    return total
