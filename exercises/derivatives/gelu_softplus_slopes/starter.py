import numpy as np


def d_softplus(z):
    """Return the slope of ln(1 + exp(z)), entry by entry. z: any shape."""
    raise NotImplementedError


def d_silu(z):
    """Return the slope of z times the sigmoid of z, entry by entry. z: any shape."""
    raise NotImplementedError


def d_gelu(z):
    """Return the slope of z times Phi(z), entry by entry. z: any shape."""
    raise NotImplementedError
