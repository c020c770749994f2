"""A report as the entries of a gradebook: points that count, and the words beside them."""

from __future__ import annotations

from math import fsum

from grader.export import feedback
from grader.export.feedback import Said
from grader.model import Bank, CheckReport, ProblemReport, Report
from grader.model.record import Record
from grader.report import words
from grader.report.text import one_line


class CheckEntry(Record, frozen=True):
    """One check. Its points carry the problem's weight; they are 0 of 0 where it does not count."""

    title: str
    hidden: bool
    passed: bool
    points: float
    max_points: float
    said: Said

    @property
    def text(self) -> str:
        """What is said, as plain text."""
        return feedback.text(self.said)


class ProblemEntry(Record, frozen=True):
    """One problem of an assignment, public checks first."""

    id: str
    title: str
    points: float
    max_points: float
    checks: tuple[CheckEntry, ...]


def of_report(report: Report) -> tuple[ProblemEntry, ...]:
    """The entries of a graded submission, before lateness. A diagnosis is one more, of 0 points."""
    return tuple(
        ProblemEntry(
            id=problem.id,
            title=one_line(problem.title),
            points=problem.weight * problem.score,
            max_points=problem.weight * problem.max_score,
            checks=(*(_check(problem, check) for check in problem.checks), *_diagnosis(problem)),
        )
        for problem in report.problems
    )


def of_nothing(bank: Bank, assignment: str, reason: str) -> tuple[ProblemEntry, ...]:
    """The entries where nothing could be graded: no point of all there are, and the reason."""
    plan = bank.assignment(assignment)
    found = []
    for problem in map(bank.problem, plan.problems):
        weight = plan.weights.get(problem.id, 1.0)
        checks = tuple(
            CheckEntry(
                title=one_line(check.title),
                hidden=check.visibility == "hidden",
                passed=False,
                points=0.0,
                max_points=weight * check.points,
                said=Said(status=reason),
            )
            for check in problem.checks
        )
        most = round(fsum(check.max_points for check in checks), 9)
        found.append(ProblemEntry(problem.id, one_line(problem.file.title), 0.0, most, checks))
    return tuple(found)


def _check(problem: ProblemReport, check: CheckReport) -> CheckEntry:
    weight = 0.0 if words.kind(check.status) == "none" else problem.weight
    return CheckEntry(
        title=one_line(check.title),
        hidden=check.visibility == "hidden",
        passed=check.status == "passed",
        points=weight * check.points,
        max_points=weight * check.max_points,
        said=feedback.of_check(problem, check),
    )


def _diagnosis(problem: ProblemReport) -> tuple[CheckEntry, ...]:
    said = feedback.of_diagnosis(problem)
    # Hidden calls are among the evidence, so the advice comes with the hidden results.
    return (CheckEntry("Diagnosis", True, False, 0.0, 0.0, said),) if said.advice else ()
