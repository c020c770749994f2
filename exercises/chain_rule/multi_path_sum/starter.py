def total_derivative(path_slopes: list[list[float]]) -> float:
    """Return the derivative of a result by x, which reaches it by several paths.

    path_slopes: for each path the local slopes along it

    A path without slopes counts as 1; without any path the derivative is 0.
    """
    raise NotImplementedError
