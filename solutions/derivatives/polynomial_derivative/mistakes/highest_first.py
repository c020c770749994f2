def poly_derivative(c):
    for number in c:
        if not isinstance(number, (int, float)):
            raise TypeError("no number")
    n = len(c) - 1
    if n == 0:
        return [0]
    return [(n - i) * c[i] for i in range(n)]
