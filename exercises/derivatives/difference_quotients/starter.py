def forward_diff(f, x, h) -> float:
    """Return the slope of f between x and x + h, for h > 0."""
    raise NotImplementedError


def central_diff(f, x, h) -> float:
    """Return the slope of f between x - h and x + h, for h > 0."""
    raise NotImplementedError
