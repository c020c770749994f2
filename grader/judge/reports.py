"""The parts of a Report that need no judging: one check's, and that of an unreadable submission."""

from __future__ import annotations

from msgspec import UNSET

from grader.judge.evidence import slopes_of
from grader.judge.outcomes import Outcome
from grader.model import Check, CheckReport, Counterexample, Late, Report, Sandbox
from grader.numeric.gradient_table import GradientTable

# A hint about values is no help where no answer came in time; where memory ran out, it is.
_HINTED = ("failed", "raised", "memory")


def check_report(
    check: Check,
    result: Outcome,
    shown: Counterexample | None,
    table: GradientTable | None = None,
) -> CheckReport:
    """What a check came to; `shown` is used where the outcome has no counterexample itself.

    `table` is one that the student may see, whereas a hidden check's own stays in the outcome.
    """
    if check.visibility == "public":
        table = result.table
    passed = result.status == "passed"
    return CheckReport(
        id=check.id,
        title=check.title,
        visibility=check.visibility,
        status=result.status,
        points=check.points if passed else 0.0,
        max_points=check.points,
        message=result.message,
        hint=check.hint if result.status in _HINTED and result.hinted else "",
        counterexample=result.shown or shown,
        slopes=slopes_of(table) if table else UNSET,
    )


def unreadable(student: str, reason: str, assignment: str, bank: str) -> Report:
    """The report on a submission that could not be read at all: nothing graded, said in a note."""
    return Report(
        assignment=assignment,
        student=student,
        submission="",
        bank=bank,
        score=0.0,
        raw_score=0.0,
        max_score=0.0,
        provisional=False,
        late=Late(),
        problems=(),
        notes=(reason,),
        sandbox=Sandbox(()),
        seconds=0.0,
    )
