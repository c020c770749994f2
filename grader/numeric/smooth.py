"""Drawing points at which a function has a slope: away from kinks, and where it can be measured."""

from __future__ import annotations

from collections.abc import Callable
from typing import TypeVar

import numpy as np

from grader.numeric.drawing import generator
from grader.numeric.parameters import read_parameters
from grader.numeric.slopes import ManyCalls, numeric_gradient, numeric_slopes

T = TypeVar("T")

_TRIES = 20
_LIMIT = 500
_DIRECTIONS = 8


def draw_smooth(f_many: ManyCalls, draw: Callable[[], T], tries: int = _TRIES) -> T:
    """The first of `tries` draws where the scalar function has no kink in any component.

    A draw is an array, a number, or a dict, list or tuple of them, and `f_many` takes a list of
    such. Beyond 500 components the slopes along 8 seeded directions stand for all. If every draw
    lies on a kink the last one is returned: a gradient check excuses what it cannot judge there.
    ValueError as for numeric_gradient, or if `tries` is below 1.
    """
    if tries < 1:
        raise ValueError(f"tries is {tries}, but it must be 1 or more")
    for _ in range(tries):
        at = draw()
        if _is_smooth(f_many, at):
            break
    return at


def _is_smooth(f_many: ManyCalls, at: object) -> bool:
    parameters = read_parameters(at)
    many, x = parameters.many(f_many), parameters.vector
    if x.size <= _LIMIT:
        slopes = numeric_gradient(many, x)
    else:
        signs = generator("smooth").choice([-1.0, 1.0], size=(_DIRECTIONS, x.size))
        slopes = numeric_slopes(many, x, signs * np.maximum(np.abs(x), 1.0))
    return not slopes.kink.any() and bool(np.isfinite(slopes.bar).all())
