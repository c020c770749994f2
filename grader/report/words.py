"""The words and numbers that every form of a report shares."""

from __future__ import annotations

import math
from typing import Literal

from grader.bank.arithmetic import listed
from grader.model import CheckReport, ProblemReport, Report, Status

Kind = Literal["good", "bad", "none"]

STATUS_WORDS: dict[Status, str] = {
    "passed": "passed",
    "failed": "failed",
    "raised": "error",
    "missing": "missing",
    "forbidden": "not allowed",
    "timeout": "out of time",
    "memory": "out of memory",
    "crashed": "crashed",
    "skipped": "skipped",
    "broken": "not checked",
}
DASH = "\u2013"
MARKS: dict[Kind, str] = {"good": "✓", "bad": "✗", "none": DASH}
BROKEN = "This could not be checked: our fault, not yours. It costs you nothing."
SAME_ERROR = "The same error as above."
SKIPPED = "This was not run here. It does not count."
PROVISIONAL = (
    "This score is provisional. Something on our side broke, so not everything could be checked. "
    "Your work will be graded again; what is missing here costs you nothing."
)


def kind(status: Status) -> Kind:
    """Whether a check was passed, was not passed, or says nothing about the student's work."""
    if status == "passed":
        return "good"
    return "none" if status in ("skipped", "broken") else "bad"


def number(value: float) -> str:
    """At most two decimals, and none that are zero."""
    text = f"{value:.2f}".rstrip("0").rstrip(".")
    return "0" if text == "-0" else text


def percent(part: float, whole: float) -> int:
    """Whole per cent, from 0 to 100, rounded down: only full marks are 100."""
    if whole <= 0:
        return 0
    return max(0, min(100, math.floor(100 * part / whole + 1e-9)))


def points(value: float) -> str:
    """`1 point`, `2.5 points`."""
    return f"{number(value)} {'point' if number(value) == '1' else 'points'}"


def check_points(check: CheckReport) -> str:
    """`2 / 3`, or a dash where the check leaves both sums."""
    if kind(check.status) == "none":
        return DASH
    return f"{number(check.points)} / {number(check.max_points)}"


def check_message(problem: ProblemReport, check: CheckReport) -> str:
    """What the student reads of the outcome: once, where it is about the function as a whole, and
    for an error at the same line a word that points there.

    The details of a fault of ours are not for them.
    """
    before = problem.checks[: problem.checks.index(check)]
    said = any((c.status, c.message) == (check.status, check.message) for c in before)
    if said and check.status in ("missing", "forbidden"):
        return ""
    if said and check.status == "raised" and check.message:
        return SAME_ERROR
    return {"broken": BROKEN, "skipped": SKIPPED}.get(check.status, check.message)


def problem_points(problem: ProblemReport) -> str:
    """`2 of 10 points`, before the weight."""
    return f"{number(problem.score)} of {points(problem.max_score)}"


def weight_note(problem: ProblemReport) -> str:
    """`counts 2 times`, or nothing for the usual weight."""
    return "" if problem.weight == 1 else f"counts {number(problem.weight)} times"


def values_note(problem: ProblemReport) -> str:
    """`with a = 2, k = 0.5`: what this student's variant is, or nothing."""
    return f"with {listed(problem.parameters)}" if problem.parameters else ""


def late_sentence(report: Report, *, sums: bool = True) -> str:
    """What lateness costs, or nothing for work in time; without `sums`, as a share alone."""
    days = report.late.days
    if days <= 0:
        return ""
    start = f"Handed in {days} day{'s' if days > 1 else ''} late: "
    if report.late.penalty <= 0:
        return start + "nothing is taken off."
    share = number(100 * report.late.penalty)
    if not sums:
        return f"{start}{share} % of your points is taken off."
    return (
        f"{start}{share} % of {points(report.raw_score)} is taken off, "
        f"which leaves {number(report.score)}."
    )


def tally(problem: ProblemReport) -> str:
    """`3 of 5 checks passed`, and how many say nothing yet."""
    kinds = [kind(check.status) for check in problem.checks]
    open_ones = kinds.count("none")
    counted = len(kinds) - open_ones
    noun = "check" if counted == 1 else "checks"
    text = f"{kinds.count('good')} of {counted} {noun} passed"
    return f"{text}, {open_ones} not counted" if open_ones else text
