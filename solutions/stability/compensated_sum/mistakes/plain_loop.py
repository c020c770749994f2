def neumaier_sum(x):
    total = 0.0
    for value in x:
        total += value
    return total
