def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    return c[1:] if len(c) > 1 else [0]
