def poly_derivative(c: list[float]) -> list[float]:
    # float() raises ValueError or TypeError for what is not a number
    numbers = [float(a) for a in c]
    if len(numbers) == 1:
        return [0]
    return [k * a for k, a in enumerate(numbers)][1:]
