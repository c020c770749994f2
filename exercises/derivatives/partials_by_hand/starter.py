def partials(x, y) -> tuple:
    """Return the slopes of x^{{p}} y + sin(xy) by x and by y at the point (x, y)."""
    raise NotImplementedError


def tangent_plane(x0, y0):
    """Return the function plane(x, y): the height of the plane that touches at (x0, y0)."""
    raise NotImplementedError
