"""Our entries as otter's test files: as source for its zip, and filled in for its results."""

from __future__ import annotations

from typing import Any

from grader.export.entries import CheckEntry, ProblemEntry

# What runs in otter's kernel where our plugin was taken out of the zip: no silent zero.
_SOURCE = '''\
"""The points of the problem {id}. Its checks run in the grader's sandbox, not in this kernel."""

from otter.test_files import test_case

OK_FORMAT = False
name = {id!r}


def not_graded():
    raise AssertionError(
        "This was not graded: the plugin of this zip did not run. Tell your instructor."
    )


'''


def file_name(problem: ProblemEntry) -> str:
    """The name of a problem's test file."""
    return f"{problem.id}.py"


def source(problem: ProblemEntry) -> str:
    """An exception-based test file with the problem's checks, their points and visibility."""
    cases = [
        f"check_{number} = test_case(name={check.title!r}, points={check.max_points!r}, "
        f"hidden={check.hidden!r})(not_graded)\n"
        for number, check in enumerate(problem.checks, 1)
    ]
    return _SOURCE.format(id=problem.id) + "".join(cases)


def filled(problem: ProblemEntry) -> Any:
    """otter's TestFile of a graded problem."""
    from otter.test_files import ExceptionTestFile

    cases = [_case(check) for check in problem.checks]
    test = ExceptionTestFile(problem.id, file_name(problem), cases, all_or_nothing=False)
    test.test_case_results = [
        _result(case, check) for case, check in zip(cases, problem.checks, strict=True)
    ]
    # The sum of the cases, without what floats lose on the way.
    test.update_score(problem.points)
    return test


def _case(check: CheckEntry) -> Any:
    from otter.test_files import TestCase

    return TestCase(check.title, None, check.hidden, check.max_points, None, None)


def _result(case: Any, check: CheckEntry) -> Any:
    from otter.test_files.abstract_test import TestCaseResult

    return TestCaseResult(case, check.text, check.passed)
