"""Judging a claimed gradient against a measured one, component by component."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import Difference
from grader.numeric.entries import finiteness_difference, place, read_as, shape_difference
from grader.numeric.ladders import EPS
from grader.numeric.patterns import Terms, value_pattern
from grader.numeric.slopes import Estimate, numeric_gradient
from grader.numeric.values import Floats, Reading

__all__ = ["Estimate", "GradientVerdict", "Row", "judge_gradient", "numeric_gradient"]

Verdict = Literal["agrees", "differs", "kink", "unresolved"]
Status = Literal["agrees", "differs", "unresolved"]

_SURE = 10.0  # bars
_RTOL = 1e-6
_ROUNDINGS = 64  # units of rounding that the computation of a slope may cost
_SHARP_HERE, _SHARP_OVERALL = 1e-2, 1e-4
SOME_DIFFER = "Some components differ"
_SLOPES = Terms("component", "the measured slope")


@dataclass(frozen=True)
class Row:
    """One component: what is claimed, what was measured +- bar, and how they compare.

    "kink" is a claim between the slopes from the left and from the right, where they differ.
    """

    index: tuple[int, ...]
    claimed: float
    measured: float
    bar: float
    verdict: Verdict
    sides: tuple[float, float] | None = None  # the slopes from the left and the right, at a kink

    @property
    def ratio(self) -> float | None:
        """claimed / measured, or None where the measured slope may be zero."""
        return self.claimed / self.measured if abs(self.measured) > _SURE * self.bar else None

    @property
    def detail(self) -> str:
        """The row as a sentence with its numbers."""
        slope = f"the measured slope is {self.measured:.9g} ± {self.bar:.1g}"
        if self.sides:
            left, right = self.sides
            slope = f"the slope is {left:.9g} on the left and {right:.9g} on the right"
        return f"{place(self.index)}{slope}, but {self.claimed:.9g} is claimed."


@dataclass(frozen=True)
class GradientVerdict:
    """The judgement; `words` and `detail` as in Difference, `table` with the worst row first.

    `ok` means that the status is "agrees": no component differs and at least one could be judged.
    With "unresolved" none could, which is the fault of the point and not of the claim.
    """

    ok: bool
    status: Status
    words: str
    detail: str = ""
    pattern: str | None = None
    table: tuple[Row, ...] = ()


def judge_gradient(
    claimed: Any, estimate: Estimate, sizes: Mapping[str, int] | None = None
) -> GradientVerdict:
    """Whether `claimed` is the gradient measured, and the pattern of the slip if it is not.

    A component differs if the gap exceeds 10 bars, 1e-6 of the larger of both slopes (if float32:
    7.6e-6), and the rounding of the largest slope. At a kink every slope between left and right is
    right. It is unresolved if the gap is within the bars, but the bar exceeds both 1 % of its slope
    and 0.01 % of the largest slope or scale. `sizes` names dimensions, to explain a factor. No
    value of `claimed` makes it raise.
    """
    measured = estimate.value
    got = read_as(claimed, Reading(measured, "number", "float64"))
    if isinstance(got, Difference):
        return refused(got)
    claim = got.data
    if claim.shape != measured.shape:
        return refused(
            _unsummed(claim, estimate, sizes) or shape_difference(claim, measured, sizes)
        )
    bad = finiteness_difference(claim, np.zeros_like(claim))
    if bad:
        return refused(bad)
    with np.errstate(all="ignore"):
        eps = float(np.finfo(got.dtype).eps) if "float" in got.dtype else EPS
        verdicts, allowed = _judge(claim, estimate, eps)
        table = _table(claim, estimate, verdicts, allowed)
    wrong = verdicts == "differs"
    if wrong.any():
        words, pattern = _diagnose(claim, estimate, verdicts, allowed, sizes)
        return GradientVerdict(False, "differs", words, table[0].detail, pattern, table)
    if measured.size and np.all(verdicts == "unresolved"):
        words = "No component can be measured at this point; another point is needed."
        return GradientVerdict(False, "unresolved", words, "", None, table)
    words = "Every component agrees with the measured slope."
    if np.any(verdicts == "kink"):
        words += " At a kink any slope between those of the two sides is accepted."
    return GradientVerdict(True, "agrees", words, "", None, table)


def refused(difference: Difference) -> GradientVerdict:
    """The verdict on a claim that is no array of the right shape."""
    d = difference
    return GradientVerdict(False, "differs", d.words, d.detail, d.pattern)


def _unsummed(
    claim: Floats, estimate: Estimate, sizes: Mapping[str, int] | None
) -> Difference | None:
    """One gradient for each example, where their sum or mean must be."""
    value = estimate.value
    tolerance = np.maximum(_SURE * estimate.bar, _RTOL * np.abs(value))
    if not claim.size or claim.ndim != value.ndim + 1:
        return None
    # A sum along an axis of length 1 changes nothing: there it is the axis that is too many.
    for axis in (axis for axis, length in enumerate(claim.shape) if length > 1):
        with np.errstate(all="ignore"):
            totals = claim.sum(axis), claim.mean(axis)
        for how, total in zip(("summed", "averaged"), totals, strict=True):
            if total.shape != value.shape or not np.all(np.abs(total - value) <= tolerance):
                continue
            names = [name for name, size in (sizes or {}).items() if size == claim.shape[axis]]
            length = f", whose length is {' or '.join(names)}" if names else ""
            return Difference(f"It is not {how} over axis {axis}{length}.", "", "not_summed")
    return None


def _judge(claim: Floats, estimate: Estimate, eps: float) -> tuple[NDArray[np.object_], Floats]:
    """The verdict of each component, and the gap that each may have."""
    value, bar, kink = estimate.value, estimate.bar, estimate.kink
    scale = np.maximum(np.abs(claim), np.abs(value))
    known = np.isfinite(bar)
    largest = np.max(np.abs(value), where=known, initial=0.0)
    allowed = np.maximum(_SURE * bar, max(_RTOL, _ROUNDINGS * eps) * scale)
    allowed = np.maximum(allowed, _ROUNDINGS * eps * largest)
    low, high = np.minimum(estimate.left, estimate.right), np.maximum(estimate.left, estimate.right)
    outside = np.where(kink, np.maximum(low - claim, claim - high), np.abs(claim - value))
    overall = max(largest, 0.0 if estimate.scale is None else np.max(estimate.scale, initial=0.0))
    sharp = bar <= np.maximum(_SHARP_HERE * np.abs(value), _SHARP_OVERALL * overall)
    verdicts = np.full(claim.shape, "unresolved", dtype=object)
    verdicts[known & (sharp | kink)] = "agrees"
    verdicts[kink] = "kink"
    verdicts[known & (outside > allowed)] = "differs"
    return verdicts, allowed


def _diagnose(
    claim: Floats,
    estimate: Estimate,
    verdicts: NDArray[np.object_],
    allowed: Floats,
    sizes: Mapping[str, int] | None,
) -> tuple[str, str | None]:
    judged = (verdicts != "unresolved") & ~estimate.kink
    # Only where every slope is known does the array keep its shape, and can be transposed.
    keep = Ellipsis if judged.all() else judged
    value = estimate.value[keep]
    if value.size:
        # `allowed` grows with a claim that is too large; a pattern has to fit the measured slope.
        tolerance = np.maximum(_SURE * estimate.bar[keep], _RTOL * np.abs(value))
        if np.any(np.abs(claim[keep] - value) > tolerance):
            pattern = value_pattern(claim[keep], value, tolerance, sizes, _SLOPES)
            if pattern:
                return pattern.words, pattern.slug
    if verdicts.size == 1:
        return "The slope differs from the measured one.", None
    # No count of them: code that has seen a hidden input could choose it.
    some = "Every component differs" if np.all(verdicts == "differs") else SOME_DIFFER
    return f"{some} from the measured slope.", None


def _table(
    claim: Floats, estimate: Estimate, verdicts: NDArray[np.object_], allowed: Floats
) -> tuple[Row, ...]:
    gap = np.abs(claim - estimate.value) / np.maximum(allowed, 1e-300)
    gap = np.where(verdicts == "differs", gap, -1.0)
    rows = []
    for flat in np.argsort(-gap, axis=None, kind="stable"):
        at = tuple(int(i) for i in np.unravel_index(int(flat), claim.shape))
        claimed, measured = float(claim[at]), float(estimate.value[at])
        kink = bool(estimate.kink[at])
        sides = (float(estimate.left[at]), float(estimate.right[at])) if kink else None
        rows.append(Row(at, claimed, measured, float(estimate.bar[at]), verdicts[at], sides))
    return tuple(rows)
