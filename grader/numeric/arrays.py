"""A value of unknown origin as an array of a wanted shape and kind."""

from __future__ import annotations

from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import Difference
from grader.numeric.entries import read_as, shape_difference
from grader.numeric.values import Reading

ArrayKind = Literal["float", "int", "bool"]


def read_array(
    value: Any, shape: tuple[int, ...], kind: ArrayKind = "float"
) -> NDArray[Any] | Difference:
    """The number, array or nested list as an array of float64, int64 or bool; or why it is none.

    Ints count as floats, floats with whole values as ints; truth values are neither.
    """
    wanted = Reading(np.zeros(shape), "bool" if kind == "bool" else "number", "float64")
    got = read_as(value, wanted)
    if isinstance(got, Difference):
        return got
    if got.data.shape != shape:
        return shape_difference(got.data, np.zeros(shape))
    if kind != "int":
        return got.data
    if not np.all(np.isfinite(got.data)) or np.any(got.data != np.round(got.data)):
        words = "It must hold whole numbers." if shape else "It must be a whole number."
        return Difference(words, "", "kind")
    return got.data.astype(np.int64)
