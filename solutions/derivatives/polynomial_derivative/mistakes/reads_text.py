def poly_derivative(c):
    numbers = [float(a) for a in c]
    if len(numbers) == 1:
        return [0.0]
    return [k * a for k, a in enumerate(numbers)][1:]
