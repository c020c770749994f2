"""Recognising right values in wrong places: reversed, with rows, columns or entries permuted."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from grader.numeric.values import Floats

_MAX_SLICES = 200


@dataclass(frozen=True)
class Pattern:
    """A slug for programs and a sentence for a student."""

    slug: str
    words: str


def rearranged(a: Floats, e: Floats, tol: Floats) -> Iterator[Pattern]:
    """The orders in which the entries of `e` make `a`, to `tol` at each of `e`'s; likeliest first.

    Nothing is said of whole numbers that repeat, such as labels: they fit by chance.
    """
    if e.size < 2 or (np.array_equal(e, np.round(e)) and np.unique(e).size < e.size):
        return
    for axis in range(e.ndim):
        if np.all(np.abs(np.flip(a, axis) - e) <= tol):
            along = f" along axis {axis}" if e.ndim > 1 else ""
            yield Pattern("order", f"The values are in reverse order{along}.")
    for axis in range(e.ndim) if e.ndim > 1 else ():
        if _same_slices(a, e, tol, axis):
            what = ("rows", "columns")[axis] if e.ndim == 2 else f"parts along axis {axis}"
            yield Pattern("order", f"The {what} are right, but in another order.")
    order = np.argsort(e, axis=None)
    gaps = np.abs(np.sort(a, axis=None) - e.ravel()[order])
    if np.all(gaps <= tol.ravel()[order]):
        yield Pattern("order", "These are the right values, but in the wrong places.")


def _same_slices(a: Floats, e: Floats, tol: Floats, axis: int) -> bool:
    n = e.shape[axis]
    if not 1 < n <= _MAX_SLICES or e.size == n:
        return False
    got, want, slack = (np.moveaxis(x, axis, 0).reshape(n, -1) for x in (a, e, tol))
    free = np.ones(n, dtype=bool)
    for part in got:
        fits = free & np.all(np.abs(part - want) <= slack, axis=1)
        if not fits.any():
            return False
        free[int(np.argmax(fits))] = False
    return True
