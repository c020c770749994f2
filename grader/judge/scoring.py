"""Sums: a problem's points, an assignment's score, and what lateness costs."""

from __future__ import annotations

import math
from collections.abc import Iterable
from datetime import datetime

from grader.model import Assignment, CheckReport, Late, LatePolicy, ProblemReport

_DAY = 86400.0
_UNCOUNTED = ("broken", "skipped")


def problem_sums(checks: Iterable[CheckReport]) -> tuple[float, float]:
    """Points earned and points possible; a check that could not be run leaves both."""
    counted = [check for check in checks if check.status not in _UNCOUNTED]
    return _exact(c.points for c in counted), _exact(c.max_points for c in counted)


def assignment_sums(problems: Iterable[ProblemReport]) -> tuple[float, float]:
    """The same over problems, each times its weight."""
    listed = tuple(problems)
    return (
        _exact(p.weight * p.score for p in listed),
        _exact(p.weight * p.max_score for p in listed),
    )


def lateness(assignment: Assignment | None, policy: LatePolicy, submitted: datetime | None) -> Late:
    """Days begun after the due time and its grace; nothing where either time is unknown."""
    if assignment is None or assignment.due is None or submitted is None:
        return Late()
    over = (submitted - assignment.due).total_seconds()
    if over <= policy.grace_seconds:
        return Late()
    days = math.ceil(over / _DAY)
    return Late(days, policy.penalty(days))


def _exact(parts: Iterable[float]) -> float:
    return round(math.fsum(parts), 9)
