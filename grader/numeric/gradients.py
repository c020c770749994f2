"""Judging a claimed gradient against a measured one, component by component."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import Difference
from grader.numeric.entries import finiteness_difference, place, read_as, shape_difference
from grader.numeric.patterns import Terms, value_pattern
from grader.numeric.slopes import Estimate, numeric_gradient
from grader.numeric.values import Floats, Reading

__all__ = ["Estimate", "GradientVerdict", "Row", "judge_gradient", "numeric_gradient"]

Verdict = Literal["agrees", "differs", "kink", "unresolved"]
Status = Literal["agrees", "differs", "unresolved"]

_SURE = 10.0  # bars
_RTOL = 1e-6
_SHARP_HERE, _SHARP_OVERALL = 1e-2, 1e-4
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

    A component differs if the gap exceeds 10 bars and 1e-6 of the larger of both slopes. At a kink
    every slope between left and right is right. It is unresolved if the gap is within the bars,
    but the bar exceeds both 1 % of its slope and 0.01 % of the largest. `sizes` names dimensions,
    to explain a factor. No value of `claimed` makes it raise.
    """
    measured = estimate.value
    got = read_as(claimed, Reading(measured, "number", "float64"))
    if isinstance(got, Difference):
        return _refused(got)
    claim = got.data
    if claim.shape != measured.shape:
        return _refused(shape_difference(claim, measured, sizes))
    if not np.isfinite(claim).all():
        bad = finiteness_difference(claim, np.zeros_like(claim))
        return _refused(bad or Difference("It is not finite."))
    with np.errstate(all="ignore"):
        verdicts, allowed = _judge(claim, estimate)
        table = _table(claim, estimate, verdicts, allowed)
    wrong = verdicts == "differs"
    if wrong.any():
        words, pattern = _diagnose(claim, estimate, verdicts, allowed, sizes)
        return GradientVerdict(False, "differs", words, _detail(table[0], estimate), pattern, table)
    if measured.size and np.all(verdicts == "unresolved"):
        words = "No component can be measured at this point; another point is needed."
        return GradientVerdict(False, "unresolved", words, "", None, table)
    words = "Every component agrees with the measured slope."
    if np.any(verdicts == "kink"):
        words += " At a kink any slope between those of the two sides is accepted."
    return GradientVerdict(True, "agrees", words, "", None, table)


def _refused(difference: Difference) -> GradientVerdict:
    d = difference
    return GradientVerdict(False, "differs", d.words, d.detail, d.pattern)


def _judge(claim: Floats, estimate: Estimate) -> tuple[NDArray[np.object_], Floats]:
    """The verdict of each component, and the gap that each may have."""
    value, bar, kink = estimate.value, estimate.bar, estimate.kink
    scale = np.maximum(np.abs(claim), np.abs(value))
    allowed = np.maximum(_SURE * bar, _RTOL * scale)
    low, high = np.minimum(estimate.left, estimate.right), np.maximum(estimate.left, estimate.right)
    outside = np.where(kink, np.maximum(low - claim, claim - high), np.abs(claim - value))
    known = np.isfinite(bar)
    largest = np.max(np.abs(value), where=known, initial=0.0)
    sharp = bar <= np.maximum(_SHARP_HERE * np.abs(value), _SHARP_OVERALL * largest)
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
    wrong = int(np.count_nonzero(verdicts == "differs"))
    if verdicts.size == 1:
        return "The slope differs from the measured one.", None
    if wrong == verdicts.size:
        return "Every component differs from the measured slope.", None
    some = "One component differs" if wrong == 1 else "Some components differ"
    words = f"{some} from the measured slope ({wrong} of {verdicts.size})."
    return words, None


def _table(
    claim: Floats, estimate: Estimate, verdicts: NDArray[np.object_], allowed: Floats
) -> tuple[Row, ...]:
    gap = np.abs(claim - estimate.value) / np.maximum(allowed, 1e-300)
    gap = np.where(verdicts == "differs", gap, -1.0)
    rows = []
    for flat in np.argsort(-gap, axis=None, kind="stable"):
        at = tuple(int(i) for i in np.unravel_index(int(flat), claim.shape))
        claimed, measured = float(claim[at]), float(estimate.value[at])
        rows.append(Row(at, claimed, measured, float(estimate.bar[at]), verdicts[at]))
    return tuple(rows)


def _detail(row: Row, estimate: Estimate) -> str:
    if estimate.kink[row.index]:
        left, right = float(estimate.left[row.index]), float(estimate.right[row.index])
        slope = f"the slope is {left:.9g} on the left and {right:.9g} on the right"
    else:
        slope = f"the measured slope is {row.measured:.9g} ± {row.bar:.1g}"
    return f"{place(row.index)}{slope}, but {row.claimed:.9g} is claimed."
