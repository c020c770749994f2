"""A student's report as one self-contained page: no script, no network, no fonts to fetch."""

from __future__ import annotations

from grader.model import Report
from grader.report.pages import render_page


def page(report: Report) -> str:
    """The report as HTML. Titles, hints and diagnoses may hold Markdown and LaTeX; all that may
    come from a student is shown as plain text. How long it took, and in what sandbox, is left out.
    """
    return render_page("report.html.j2", report=report)
