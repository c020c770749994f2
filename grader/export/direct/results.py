"""A graded submission as Gradescope's results.json.

https://gradescope-autograders.readthedocs.io/en/latest/specs/ says what may stand in it.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from grader.export import feedback, markdown
from grader.export.entries import CheckEntry, ProblemEntry
from grader.export.grading import Graded
from grader.export.plain_page import plain_page
from grader.model import Report
from grader.report.html import page

_DIGITS = 9  # what floats lose when they are added up is not shown
AT_ONCE = "visible"
WITH_THE_GRADES = "after_published"


def results_of(graded: Graded) -> dict[str, Any]:
    """One test for each check, then the report. What hidden checks say waits for the grades.

    The sum is left to Gradescope, which shows none while tests are hidden; only where lateness
    takes something off does it stand on top. How long it took is left out: code that has seen a
    hidden input could tell of it by its slowness.
    """
    report = graded.report
    results: dict[str, Any] = {
        "stdout_visibility": "hidden",
        "tests": [*_tests(graded.entries), *_report(report, len(graded.entries) + 1)],
    }
    if told := markdown.of_submission(feedback.of_submission(report)):
        results |= {"output": told, "output_format": "md"}
    if report.late.penalty:
        results["score"] = round(report.score, _DIGITS)
    return results


def _tests(problems: tuple[ProblemEntry, ...]) -> Iterator[dict[str, Any]]:
    for first, problem in enumerate(problems, 1):
        for second, check in enumerate(problem.checks, 1):
            yield _test(problem, check) | {"number": f"{first}.{second}"}


def _test(problem: ProblemEntry, check: CheckEntry) -> dict[str, Any]:
    test: dict[str, Any] = {
        "name": f"{problem.id}: {check.title}",
        "status": "passed" if check.passed else "failed",
        "output": markdown.of_entry(check.said),
        "output_format": "md",
        "visibility": WITH_THE_GRADES if check.hidden else AT_ONCE,
        "tags": [problem.id],
    }
    if not check.said.advice:  # a diagnosis has no points to earn
        test["score"] = round(check.points, _DIGITS)
        test["max_score"] = round(check.max_points, _DIGITS)
    return test


def _report(report: Report, number: int) -> Iterator[dict[str, Any]]:
    """The page that `grader grade --html` writes, as far as Gradescope shows HTML.

    A submission that could not be read has none: all there is to say stands on top.
    """
    if report.problems:
        yield {
            "name": "Report",
            "number": str(number),
            # Without a status, Gradescope shows a test without points as failed.
            "status": "passed" if report.raw_score >= report.max_score else "failed",
            "output": plain_page(page(report)),
            "output_format": "html",
            "visibility": WITH_THE_GRADES,
        }
