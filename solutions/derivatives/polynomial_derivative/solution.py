def poly_derivative(c):
    if not all(isinstance(number, int | float) for number in c):
        raise TypeError("the coefficients must be numbers")
    return [k * c[k] for k in range(1, len(c))] or [0.0]
