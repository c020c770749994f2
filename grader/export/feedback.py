"""A report as plain text in pieces, for systems that show one text a check."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from grader import NAME, __version__
from grader.model import CheckReport, ProblemReport, Report
from grader.report import words
from grader.report.text import clean, one_line
from grader.sandbox import minimum

UNREAD = "What you handed in could not be read, so nothing of it was graded:"


def of_check(problem: ProblemReport, check: CheckReport) -> str:
    """What a student may read of one check: its status and points, then what went wrong.

    The points are as they count, with the problem's weight.
    """
    return "\n".join(_check_lines(problem, check))


def of_submission(report: Report) -> str:
    """What belongs to no check: lateness, a provisional score, notes; why it could not be read.

    Empty where there is nothing to say.
    """
    if not report.problems:
        return "\n".join([UNREAD, *map(one_line, report.notes)])
    parts = [words.PROVISIONAL] if report.provisional else []
    # Some systems show this before the hidden results, of which a sum would tell.
    if late := words.late_sentence(report, sums=False):
        parts.append(late)
    if report.notes:
        lines = [f"- {one_line(note)}" for note in report.notes]
        parts.append("\n".join(["Notes on what you handed in:", *lines]))
    return "\n\n".join(parts)


def for_instructors(report: Report) -> str:
    """What is no student's business: by what it was graded, behind which rings, what broke."""
    if not report.problems:
        return f"{report.student}: could not be read: {'; '.join(map(one_line, report.notes))}"
    lines = [
        f"{report.student}: {words.number(report.score)} of {words.points(report.max_score)}, "
        f"graded by {NAME} {__version__} in {report.seconds:.1f} s",
        f"rings that held: {', '.join(report.sandbox.rings) or 'none'}",
    ]
    if lacking := minimum.missing(report.sandbox.rings):
        lines.append(
            f"TAKE CARE: this place lacks {' and '.join(lacking)}, so a submission that is bent on "
            "it could have read the hidden checks; `grader grade` on a machine of yours is stronger"
        )
    lines += [
        f"BROKEN, our fault: {problem.id}, {check.id}: {one_line(check.message)}"
        for problem in report.problems
        for check in problem.checks
        if check.status == "broken"
    ]
    return "\n".join(lines)


def of_diagnosis(problem: ProblemReport) -> str:
    """The advice on each mistake that the work looks like, or nothing."""
    return "\n\n".join(one_line(found.say) for found in problem.diagnosis)


def _check_lines(problem: ProblemReport, check: CheckReport) -> Iterator[str]:
    kind = words.kind(check.status)
    got, most = (problem.weight * value for value in (check.points, check.max_points))
    tail = "" if kind == "none" else f", {words.number(got)} of {words.points(most)}"
    yield f"{words.MARKS[kind]} {words.STATUS_WORDS[check.status]}{tail}"
    if message := clean(words.check_message(problem, check)).strip():
        yield message
    if shown := check.counterexample:
        for name, value in (
            ("call", shown.call),
            ("expected", shown.expected),
            ("actual", shown.actual),
        ):
            first, *rest = clean(value).split("\n")
            yield f"  {name:<9} {first}"
            yield from (indent(line, " " * 12) for line in rest)
    if check.hint and kind == "bad":
        yield f"Hint: {one_line(check.hint)}"
