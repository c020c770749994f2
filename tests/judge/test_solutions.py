"""Right in another way must earn everything; nearly right must not.

`accepted/<problem>/` and `wrong/<problem>/` hold one submission a file. To add one, put it there.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.intake.submission import read_submission

HERE = Path(__file__).parent
PROBLEMS = ("dot_by_hand", "linear_layer", "mse_gradient", "two_layer_backprop", "softmax")

# What the bank or the grader gets wrong today; each is a bug to be mended, and then to leave here.
KNOWN: dict[str, str] = {}


def sources(folder):
    return [as_case(path) for path in sorted((HERE / folder).glob("*/*.py"))]


def as_case(path):
    name = path.relative_to(HERE).with_suffix("").as_posix()
    known = [pytest.mark.xfail(strict=True, reason=KNOWN[name])] if name in KNOWN else []
    return pytest.param(path, id=name, marks=known)


@pytest.mark.parametrize("path", sources("accepted"))
def test_a_correct_solution_written_differently_gets_full_marks(judge, path):
    report = judge.grade(read_submission(path), [path.parent.name], explain=False)
    lost = [(c.id, c.status, c.message) for c in report.problems[0].checks if c.status != "passed"]
    assert lost == []
    assert report.score == report.max_score > 0
    assert not report.provisional


@pytest.mark.parametrize("path", sources("wrong"))
def test_a_subtly_wrong_solution_does_not_get_full_marks(judge, path):
    report = judge.grade(read_submission(path), [path.parent.name], explain=False)
    assert report.score < report.max_score
    assert {c.status for c in report.problems[0].checks} <= {
        "passed",
        "failed",
        "raised",
        "forbidden",
    }


@pytest.mark.parametrize("folder", ["accepted", "wrong"])
@pytest.mark.parametrize("problem", PROBLEMS)
def test_every_problem_has_five_solutions_or_more_of_each_kind(folder, problem):
    assert len(list((HERE / folder / problem).glob("*.py"))) >= 5
