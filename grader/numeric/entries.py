"""What two arrays have to have in common before their entries are judged, and how to tell it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np

from grader.numeric.difference import Difference
from grader.numeric.patterns import shape_pattern, told_shape
from grader.numeric.rearranged import Pattern
from grader.numeric.values import Floats, Reading, is_number, not_a, read

_NEAR = 1e-6
_NORMAL = float(np.finfo(np.float64).tiny)


def read_as(actual: Any, right: Reading) -> Reading | Difference:
    """`actual` as an array where `right` is expected: a container is no number, even if empty."""
    container = issubclass(type(actual), list | tuple)
    if container and right.data.ndim == 0:
        return not_a(actual, "a number" if right.kind == "number" else "True or False")
    if not (container or is_number(actual) or issubclass(type(actual), np.ndarray)):
        wanted = "a number" if right.data.ndim == 0 else "an array"
        return not_a(actual, wanted if right.kind == "number" else f"{wanted} of True or False")
    return read(actual, right.kind)


def shape_difference(a: Floats, e: Floats, sizes: Mapping[str, int] | None = None) -> Difference:
    """The difference of two arrays whose shapes are not the same."""
    pattern = shape_pattern(a, e, sizes)
    if e.ndim == 0:
        told = told_shape(a.shape, ())
        words = f"An array{told and ' of shape '}{told} came back, but it must be one number."
    elif a.ndim == 0:
        words = f"A single number came back, but it must be an array of shape {e.shape}."
    else:
        words = pattern.words
    return Difference(words, "", pattern.slug)


def finiteness_difference(a: Floats, e: Floats) -> Difference | None:
    """nan and inf must stand where they are expected, inf with its sign, and nowhere else."""
    for bad, slug, what in (
        (np.isnan(a) & ~np.isnan(e), "nan", "nan"),
        (np.isinf(a) & (a != e), "inf", "infinite"),
        (np.isfinite(a) & ~np.isfinite(e), "finite", "finite"),
    ):
        if not bad.any():
            continue
        at = np.unravel_index(int(np.argmax(bad)), bad.shape)
        right = float(e[at])
        must = "a finite number" if np.isfinite(right) else repr(right)
        some = "Every value is" if bad.all() else "Some values are"
        words = f"{some if bad.size > 1 else 'The value is'} {what} where {must} must be."
        detail = f"{place(at)}it must be {right!r}, but it is {float(a[at])!r}."
        return Difference(words, detail, slug)
    return None


def worst_detail(a: Floats, e: Floats, error: Floats, tolerance: Floats, wrong: Any) -> str:
    """The entry that misses its tolerance most, in numbers, and where the first wrong one is."""
    with np.errstate(all="ignore"):
        badness = np.where(wrong, error / np.maximum(tolerance, 1e-300), -1.0)
    at = np.unravel_index(int(np.argmax(badness)), badness.shape)
    first = np.unravel_index(int(np.argmax(wrong)), badness.shape)
    told = f"{place(at)}{_values(a, e, error, at)}."
    if first != at:
        told = f"{place(first)}{_values(a, e, error, first)}; this is the first. Worst: {told}"
    return told


def _values(a: Floats, e: Floats, error: Floats, at: tuple[Any, ...]) -> str:
    right, off = float(e[at]), float(error[at])
    relative = f", relative error {off / abs(right):.3g}" if right else ""
    return (
        f"it must be {right!r}, but it is {float(a[at])!r} "
        f"(absolute error {off:.3g}{relative}{_units(off, right)})"
    )


def _units(off: float, right: float) -> str:
    # With fewer than six digits right, a number of units says nothing that the ratio does not.
    if abs(right) < _NORMAL or off > _NEAR * abs(right):
        return ""
    units = off / float(np.spacing(abs(right)))
    unit = "unit" if units == 1 else "units"
    return f", {units:.3g} {unit} in the last digit that float64 keeps"


def place(index: tuple[Any, ...]) -> str:
    """The beginning of a detail: "At [1, 2] ", or "Here " for a single number."""
    return f"At [{', '.join(str(int(i)) for i in index)}] " if index else "Here "


def wrong_words(wrong: Any) -> str:
    """What is left to say where no pattern fits."""
    if wrong.ndim == 0:
        return "The value is wrong."
    return "Every value is wrong." if wrong.all() else "Some values are right and some are wrong."


def lost_digits(a: Floats, e: Floats, error: Floats, dtype: str, scale: float) -> Pattern | None:
    """Nearly right values: float32 on the way, or too much rounding. `scale` is max |e|."""
    half = dtype == "float16"
    with np.errstate(all="ignore"):
        if not scale or np.any(error > (1e-2 if half else 1e-5) * scale):
            return None
        # float() hides where a number was computed, but a float32 is exact in float64.
        short = np.isfinite(a) & (a == a.astype(np.float32))
        wide = np.any(np.isfinite(e) & (e != e.astype(np.float32)))
        # 0.5 is a float32 as well, and says nothing of where it was computed.
        wide = wide and np.any(np.ldexp(np.frexp(a)[0], 12) % 1 != 0, where=np.isfinite(a))
        slight = np.all(error <= 1e-5 * np.abs(e), where=np.isfinite(e))
    if half or dtype == "float32" or (wide and np.all(short | ~np.isfinite(a))):
        kept = "float16, which keeps three digits" if half else "float32, which keeps seven digits"
        words = f"It is nearly right, but was computed in {kept}; use float64."
        return Pattern("float32", words)
    if slight:
        return Pattern("precision", "It is nearly right, but too many digits are lost.")
    return None
