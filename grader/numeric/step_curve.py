"""The error of the plain central difference over its step: large steps bend, small ones round."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.values import Reading, read

_STEPS = tuple(float(10.0 ** (-k / 2)) for k in range(29))  # 1 to 1e-14


@dataclass(frozen=True)
class StepErrors:
    """At each step, the distance of the central difference from two slopes; none is nan or inf."""

    steps: tuple[float, ...]
    from_measured: tuple[float, ...]
    from_claimed: tuple[float, ...]


def step_errors(
    f_many: Callable[[list[Any]], Sequence[Any]],
    vector: NDArray[Any],
    place: int,
    measured: float,
    claimed: float,
) -> StepErrors:
    """The errors at steps from 1 to 1e-14 times max(|x|, 1), for the component x at `place`.

    Steps are left out where f gives no finite number.
    """
    scale = max(abs(float(vector[place])), 1.0)
    points = []
    for step in _STEPS:
        for sign in (1, -1):
            there = vector.copy()
            there[place] += sign * step * scale
            points.append(there)
    found = []
    with np.errstate(all="ignore"):
        values = [_number(value) for value in f_many(points)]
        for k, step in enumerate(_STEPS):
            apart = float(points[2 * k][place]) - float(points[2 * k + 1][place])
            slope = (values[2 * k] - values[2 * k + 1]) / apart if apart else math.nan
            errors = abs(slope - measured), abs(slope - claimed)
            if all(map(math.isfinite, errors)):
                found.append((step * scale, *errors))
    steps, from_measured, from_claimed = zip(*found, strict=True) if found else ((), (), ())
    return StepErrors(steps, from_measured, from_claimed)


def _number(value: Any) -> float:
    reading = read(value)
    return (
        float(reading.data) if isinstance(reading, Reading) and not reading.data.ndim else math.nan
    )
