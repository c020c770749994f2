"""grades.csv: one row a student, for spreadsheets and gradebooks."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

from grader.model import Report

_COLUMNS = (
    "student",
    "assignment",
    "score",
    "raw_score",
    "max_score",
    "days_late",
    "provisional",
    "submission",
)
# The last four are the full-width forms, which some spreadsheets read as the plain ones.
_FORMULA_STARTS = tuple("=+-@\t\r\n\uff1d\uff0b\uff0d\uff20")


def grades_csv(reports: Iterable[Report]) -> str:
    """RFC 4180 text with a header, sorted by student; then one column a problem id.

    A problem's column holds its points as the report does, before the assignment's weight, and is
    empty where a report lacks the problem. A cell that a spreadsheet would run as a formula begins
    with an apostrophe.
    """
    ordered = sorted(reports, key=lambda report: (report.student, report.assignment or ""))
    problems = list(dict.fromkeys(p.id for report in ordered for p in report.problems))
    out = io.StringIO(newline="")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([_text(name) for name in (*_COLUMNS, *problems)])
    for report in ordered:
        scores = {p.id: _number(p.score) for p in report.problems}
        writer.writerow(
            [
                _text(report.student),
                _text(report.assignment or ""),
                _number(report.score),
                _number(report.raw_score),
                _number(report.max_score),
                report.late.days,
                "yes" if report.provisional else "no",
                _text(report.submission),
                *(scores.get(problem, "") for problem in problems),
            ]
        )
    return out.getvalue()


def _text(cell: str) -> str:
    # Spreadsheets skip blanks in front of a formula.
    risky = cell.startswith(_FORMULA_STARTS) or cell.lstrip().startswith(_FORMULA_STARTS)
    return f"'{cell}" if risky else cell


def _number(value: float) -> str:
    """The shortest text of the same number, without an exponent or a trailing `.0`."""
    return f"{round(value, 9):.9f}".rstrip("0").rstrip(".")
