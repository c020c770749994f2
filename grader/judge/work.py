"""One problem of one submission while it is graded."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from grader.judge.desk import Desk, Home
from grader.judge.outcomes import Outcome
from grader.model import Check, Problem
from grader.sandbox.proxies import Exchange


@dataclass
class Work:
    """What is known of it so far: by check, the outcome and the calls that were made."""

    problem: Problem
    weight: float
    homes: Mapping[str, Home]
    desk: Desk
    outcomes: dict[str, Outcome] = field(default_factory=dict)
    made: dict[str, list[Exchange]] = field(default_factory=dict)

    @property
    def checks(self) -> list[Check]:
        """The checks that were run, in their order."""
        return [check for check in self.problem.checks if check.id in self.outcomes]
