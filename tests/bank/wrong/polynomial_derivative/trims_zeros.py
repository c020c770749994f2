def poly_derivative(c):
    if isinstance(c, str) or any(isinstance(x, str) or x is None for x in c):
        raise TypeError("numbers please")
    d = [i * c[i] for i in range(1, len(c))]
    while len(d) > 1 and d[-1] == 0:
        d.pop()
    return d if d else [0]
