"""The instructor's view of a class as one self-contained page."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from urllib.parse import quote

from grader.model import ProblemReport, Report
from grader.report.pages import render_page
from grader.report.summary import summarise

_COMMONEST = 8


def index_page(reports: Sequence[Report], course_title: str, links: Mapping[str, str]) -> str:
    """The class: figures, what needs attention, the commonest mistakes, students x problems, and
    the share that passed each check. `links` gives a student's page as a path relative to this one
    (a path, not a URL: it is quoted here); a student without one is not linked.
    """
    summary = summarise(reports)
    hardest = sorted(
        (rate for rate in summary.rates if rate.not_passed),
        key=lambda rate: (-rate.not_passed / rate.decided, -rate.not_passed),
    )
    return render_page(
        "index.html.j2",
        course_title=course_title,
        assignments=sorted({r.assignment for r in reports if r.assignment}),
        summary=summary,
        hardest=hardest[:_COMMONEST],
        mistakes=summary.mistakes[:_COMMONEST],
        links={student: quote(path) for student, path in links.items()},
        by_id=_by_id,
        tops=sorted({report.max_score for report in summary.counted}),
    )


def _by_id(report: Report) -> dict[str, ProblemReport]:
    return {problem.id: problem for problem in report.problems}
