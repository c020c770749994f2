"""Judging a gradient too large to be measured: along seeded directions, and at a sample of places.

The slope along a direction of random signs costs the same for any number of components. One wrong
component among N is 1 of sqrt(N) of that slope, so its error bar, not a relative tolerance such as
1e-3, decides whether it is seen. Where the slopes differ, halving the direction again and again
finds a component that is wrong.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import Difference
from grader.numeric.drawing import generator
from grader.numeric.entries import finiteness_difference, read_as, shape_difference
from grader.numeric.gradients import SOME_DIFFER, GradientVerdict, Row, judge_gradient, refused
from grader.numeric.ladders import EPS, Estimate
from grader.numeric.slopes import ManyCalls, numeric_gradient, numeric_slopes
from grader.numeric.values import Floats, Reading

_SURE = 10.0
_RTOL, _ROUNDINGS = 1e-6, 64
_OF_A_SAMPLE = ("zero", "sign", "factor", "offset")


def judge_along(
    claimed: Any,
    f_many: ManyCalls,
    x: Any,
    *,
    directions: int = 8,
    sample: int = 32,
    seed: str = "directions",
    sizes: Mapping[str, int] | None = None,
    typical: float = 1.0,
) -> GradientVerdict:
    """Whether `claimed` is the gradient at `x`, as seen along seeded directions and in a sample.

    Rows of the table are those of the sample, and of one more component found to be wrong. A slope
    along a direction differs if the gap exceeds 10 bars and 1e-6 of the norm of its terms. No
    value of `claimed` makes it raise; ValueError as for numeric_gradient.
    """
    point = np.asarray(x)
    got = read_as(claimed, Reading(point.astype(float), "number", "float64"))
    if isinstance(got, Difference):
        return refused(got)
    claim = got.data
    if claim.shape != point.shape:
        return refused(shape_difference(claim, np.zeros(point.shape), sizes))
    bad = finiteness_difference(claim, np.zeros_like(claim))
    if bad:
        return refused(bad)

    rng = generator("directions", seed)
    reach = 2.0 ** np.round(np.log2(np.maximum(np.abs(point.astype(float)), typical)))
    ways = reach * rng.choice([-1.0, 1.0], size=(directions, *point.shape))
    eps = float(np.finfo(got.dtype).eps) if "float" in got.dtype else EPS
    look = _Look(f_many, point, typical, eps)
    measured = numeric_slopes(f_many, point, ways, typical)
    off = look.differs(claim, ways, measured)
    places = rng.choice(point.size, size=min(sample, point.size), replace=False)
    if off.any():
        found = look.halve(claim, ways[int(np.argmax(off))])
        places = np.unique(np.append(places, found))
    verdict = look.at_places(claimed=claim, places=np.sort(places), sizes=sizes)
    if not off.any():
        if verdict.status == "unresolved" and np.isfinite(measured.bar).any():
            words = "The slope along every random direction agrees with the measured one."
            return replace(verdict, ok=True, status="agrees", words=words)
        return verdict
    square = claim.ndim == 2 and claim.shape[0] == claim.shape[1]
    if square and not look.differs(claim.T, ways, measured).any():
        return replace(
            verdict, ok=False, status="differs", words="It is transposed.", pattern="transposed"
        )
    if verdict.status != "differs":
        words = "The slope along a random direction differs from the measured one."
        return replace(verdict, ok=False, status="differs", words=words)
    # A sample cannot tell that every component differs, unless all of it follows one pattern.
    if verdict.pattern in _OF_A_SAMPLE:
        return verdict
    return replace(verdict, words=f"{SOME_DIFFER} from the measured slope.", pattern=None)


class _Look:
    """The function, and where it is looked at."""

    def __init__(self, f_many: ManyCalls, point: NDArray[Any], typical: float, eps: float) -> None:
        self._f_many, self._point, self._typical, self._eps = f_many, point, typical, eps

    def differs(self, claim: Floats, ways: Floats, measured: Estimate) -> NDArray[np.bool_]:
        """Along which directions the claim is not what was measured."""
        terms = (ways * claim).reshape(len(ways), -1)
        slopes, norm = terms.sum(axis=1), np.sqrt(np.sum(terms**2, axis=1))
        rtol = max(_RTOL, _ROUNDINGS * self._eps)
        allowed = np.maximum(_SURE * measured.bar, rtol * norm)
        low = np.where(measured.kink, np.minimum(measured.left, measured.right), measured.value)
        high = np.where(measured.kink, np.maximum(measured.left, measured.right), measured.value)
        gap = np.maximum(low - slopes, slopes - high)
        wrong: NDArray[np.bool_] = np.isfinite(measured.bar) & (gap > allowed)
        return wrong

    def halve(self, claim: Floats, way: Floats) -> int:
        """The flat place of a component that is wrong, unless errors cancel."""
        some = np.arange(way.size)
        while len(some) > 1:
            half = some[: len(some) // 2]
            part = np.zeros(way.size)
            part[half] = way.ravel()[half]
            one = part.reshape(1, *way.shape)
            measured = numeric_slopes(self._f_many, self._point, one, self._typical)
            wrong = self.differs(claim, one, measured)[0]
            some = half if wrong else some[len(some) // 2 :]
        return int(some[0])

    def at_places(
        self, claimed: Floats, places: NDArray[np.int64], sizes: Mapping[str, int] | None
    ) -> GradientVerdict:
        def many(vectors: list[Any]) -> Any:
            points = []
            for vector in vectors:
                there = self._point.copy()
                there.flat[places] = vector
                points.append(there)
            return self._f_many(points)

        estimate = numeric_gradient(many, self._point.ravel()[places], self._typical)
        claim = claimed.ravel()[places].astype("float32" if self._eps > EPS else "float64")
        verdict = judge_gradient(claim, estimate, sizes)
        shape = self._point.shape

        def true_place(row: Row) -> Row:
            index = np.unravel_index(int(places[row.index[0]]), shape)
            return replace(row, index=tuple(int(i) for i in index))

        table = tuple(map(true_place, verdict.table))
        return replace(verdict, table=table, detail=table[0].detail if verdict.detail else "")
