"""The slope of {{a}} (x - shift)**{{n}}."""


def power_slope(x, shift={{c}}):
    """The derivative of {{a}} * (x - shift)**{{n}} at each entry of x, of shape (n,)."""
    raise NotImplementedError
