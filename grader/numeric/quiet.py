"""No word of numpy's about code of ours that overflows on purpose."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from contextlib import contextmanager

import numpy as np


@contextmanager
def quiet() -> Iterator[None]:
    """References and mistakes overflow, and take means of nothing: that is no news."""
    with np.errstate(all="ignore"), warnings.catch_warnings(action="ignore"):
        yield
