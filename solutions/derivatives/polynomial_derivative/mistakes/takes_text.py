def poly_derivative(c):
    if len(c) == 1:
        return [0]
    return [i * a for i, a in enumerate(c)][1:]
