"""What a report says in pieces, for systems that show one text a check; and those as plain text."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import indent

from grader import NAME, __version__
from grader.model import CheckReport, ProblemReport, Report
from grader.model.record import Record
from grader.report import words
from grader.report.text import clean, one_line
from grader.sandbox import minimum

UNREAD = "What you handed in could not be read, so nothing of it was graded:"


class Said(Record, frozen=True):
    """What a student may read of one entry. `message` and `shown` may hold a student's text.

    `shown` is a call, what was expected of it and what came, each with its name.
    """

    status: str = ""
    message: str = ""
    shown: tuple[tuple[str, str], ...] = ()
    hint: str = ""
    advice: tuple[str, ...] = ()


class Told(Record, frozen=True):
    """A sentence on a whole submission, and what is listed below it, where a student's text is."""

    sentence: str
    items: tuple[str, ...] = ()


def of_check(problem: ProblemReport, check: CheckReport) -> Said:
    """One check: status, points as they count with the problem's weight, what went wrong."""
    kind = words.kind(check.status)
    got, most = (problem.weight * value for value in (check.points, check.max_points))
    tail = "" if kind == "none" else f", {words.number(got)} of {words.points(most)}"
    shown = check.counterexample
    return Said(
        status=f"{words.MARKS[kind]} {words.STATUS_WORDS[check.status]}{tail}",
        message=clean(words.check_message(problem, check)).strip(),
        shown=()
        if shown is None
        else (
            ("call", clean(shown.call)),
            ("expected", clean(shown.expected)),
            ("actual", clean(shown.actual)),
        ),
        hint=one_line(check.hint) if check.hint and kind == "bad" else "",
    )


def of_diagnosis(problem: ProblemReport) -> Said:
    """The advice on each mistake that the work looks like."""
    return Said(advice=tuple(one_line(found.say) for found in problem.diagnosis))


def of_submission(report: Report) -> tuple[Told, ...]:
    """What belongs to no check: lateness, a provisional score, notes; why it could not be read."""
    notes = tuple(map(one_line, report.notes))
    if not report.problems:
        return (Told(UNREAD, notes),)
    parts = [Told(words.PROVISIONAL)] if report.provisional else []
    # Some systems show this before the hidden results, of which a sum would tell.
    if late := words.late_sentence(report, sums=False):
        parts.append(Told(late))
    if notes:
        parts.append(Told("Notes on what you handed in:", notes))
    return tuple(parts)


def text(said: Said) -> str:
    """An entry as plain text, in lines."""
    return "\n".join(filter(None, (*_lines(said), "\n\n".join(said.advice))))


def told_text(parts: tuple[Told, ...]) -> str:
    """What `of_submission` gives as plain text; empty where there is nothing to say."""
    lists = ([part.sentence, *(f"- {item}" for item in part.items)] for part in parts)
    return "\n\n".join("\n".join(lines) for lines in lists)


def aligned(shown: tuple[tuple[str, str], ...]) -> Iterator[str]:
    """A call, what was expected and what came below one another, in lines."""
    for name, value in shown:
        first, *rest = value.split("\n")
        yield f"{name:<9} {first}"
        yield from (indent(line, " " * 10) for line in rest)


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


def _lines(said: Said) -> Iterator[str]:
    yield from filter(None, (said.status, said.message))
    yield from (f"  {line}" for line in aligned(said.shown))
    if said.hint:
        yield f"Hint: {said.hint}"
