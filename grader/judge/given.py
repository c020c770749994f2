"""What a check may ask for by name: the values of the fixtures, taken from the trial at hand."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from grader.bank.wording import nearest
from grader.errors import GraderError
from grader.judge.reference import Reference
from grader.judge.trial import Trial
from grader.model import Problem


class Parameters:
    """The values of a problem's variant by name; GraderError for a name that is no parameter."""

    def __init__(self, problem: Problem) -> None:
        self._values = problem.values

    def __getattr__(self, name: str) -> int | float:
        if name.startswith("__"):
            raise AttributeError(name)
        if name not in self._values:
            raise GraderError(f"`{name}` is no parameter{nearest(name, self._values)}")
        return self._values[name]


def reference_of(trial: Trial) -> Reference:
    if trial.reference is None:
        raise GraderError(
            f"a check of {trial.problem.id!r} uses the reference, but the solutions are not here"
        )
    return trial.reference


GIVEN: dict[str, Callable[[Trial], Any]] = {
    "student": lambda trial: trial.student,
    "reference": reference_of,
    "rng": lambda trial: trial.rng,
    "parameters": lambda trial: Parameters(trial.problem),
}
