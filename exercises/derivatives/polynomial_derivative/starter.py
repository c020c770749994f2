def poly_derivative(c: list[float]) -> list[float]:
    """Return the coefficients of the derivative of c[0] + c[1] x + c[2] x**2 + ...

    c: one number or more; TypeError or ValueError if something else is among them

    The result has one number fewer; it is [0] for a constant.
    """
    raise NotImplementedError
