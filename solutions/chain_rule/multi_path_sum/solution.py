def total_derivative(path_slopes):
    total = 0
    for slopes in path_slopes:
        along_the_path = 1
        for slope in slopes:
            along_the_path = along_the_path * slope
        total = total + along_the_path
    return total
