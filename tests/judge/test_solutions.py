"""Right in another way must earn everything; nearly right must not; a mistake must be known again.

The submissions are in tests/bank, whose README.md says how to add one.
"""

from __future__ import annotations

import importlib
import re
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
HERE = ROOT / "tests" / "bank"
# Those whose every mistake was written anew by another hand.
MEASURED = ("dot_by_hand", "linear_layer", "mse_gradient", "two_layer_backprop", "softmax")

# Wrong attempts, written without a look at the list, that hold a mistake of it.
LISTED = yaml.safe_load((HERE / "wrong" / "listed.yaml").read_text("utf-8"))

# What is written with a mistake may lack a part of it that the listed file has besides.
PASSES = {
    # It compares the lengths; the listed one leaves that to numpy, which stretches an array of 1.
    "dot_by_hand/no_sum__checked_in_float64": {"vec_refuses"},
}


def sources(folder):
    paths = sorted((HERE / folder).glob("*/*.py"))
    return [pytest.param(p, id=p.relative_to(HERE).with_suffix("").as_posix()) for p in paths]


def name_of(path):
    return f"{path.parent.name}/{path.stem}"


@pytest.fixture(scope="module")
def benchmark():
    """The script that measures which mistakes are recognised."""
    with pytest.MonkeyPatch.context() as patch:
        patch.syspath_prepend(ROOT / "benchmarks")
        return importlib.import_module("diagnosis")


@pytest.fixture(scope="module")
def cases(benchmark, judge, course):
    return benchmark.measure(judge, course, sorted(benchmark.REWRITTEN.glob("*/*.py")))


@pytest.mark.parametrize("path", sources("accepted"))
def test_a_correct_solution_written_differently_gets_full_marks_and_no_diagnosis(grade_ours, path):
    report = grade_ours(path, path.parent.name)
    lost = [(c.id, c.status, c.message) for c in report.problems[0].checks if c.status != "passed"]
    assert lost == []
    assert report.score == report.max_score > 0
    assert not report.provisional
    assert report.problems[0].diagnosis == ()


@pytest.mark.parametrize("path", sources("wrong"))
def test_a_wrong_solution_loses_points_and_is_named_only_if_it_holds_a_listed_mistake(
    grade_ours, path
):
    report = grade_ours(path, path.parent.name)
    assert report.score < report.max_score
    assert {c.status for c in report.problems[0].checks} <= {
        "passed",
        "failed",
        "raised",
        "forbidden",
    }
    named = tuple(d.mistake for d in report.problems[0].diagnosis)
    assert list(named) == LISTED.get(name_of(path), [])


@pytest.mark.parametrize("folder", ["accepted", "wrong"])
@pytest.mark.parametrize("problem", MEASURED)
def test_every_measured_problem_has_five_solutions_or_more_of_each_kind(folder, problem):
    assert len(list((HERE / folder / problem).glob("*.py"))) >= 5


def test_every_mistake_of_a_measured_problem_is_rewritten_at_least_once(course, cases):
    written = {(case.problem, case.mistake) for case in cases if case.problem in MEASURED}
    measured = [course.problem(name) for name in MEASURED]
    assert written == {(p.id, name) for p in measured for name in p.key.mistakes}


def test_every_problem_has_two_correct_solutions_in_other_styles(course):
    for name in course.problems:
        assert len(list((HERE / "accepted" / name).glob("*.py"))) >= 2, name


def test_nine_of_ten_rewritten_mistakes_are_recognised_and_none_by_a_wrong_name(cases):
    wrong = [(case.path.stem, case.named) for case in cases if set(case.named) - {case.mistake}]
    assert wrong == []
    assert sum(case.recognised for case in cases) >= 0.9 * len(cases)


def test_no_mistake_goes_unrecognised_in_every_version(cases):
    known = {(case.problem, case.mistake) for case in cases if case.recognised}
    assert {(case.problem, case.mistake) for case in cases} == known


def test_a_rewritten_mistake_fails_what_its_listed_one_fails(course, cases):
    for case in cases:
        listed = set(course.problem(case.problem).key.mistakes[case.mistake].fails)
        assert listed - case.failed == PASSES.get(name_of(case.path), set()), case.path


def test_the_page_shows_the_tables_as_measured(course, benchmark, cases):
    page = benchmark.PAGE.read_text("utf-8")
    assert benchmark.with_measured(page, benchmark.tables(course, cases)) == page


def test_the_page_gives_a_reason_for_each_that_is_not_recognised(benchmark, cases):
    page = benchmark.PAGE.read_text("utf-8")
    told = set(re.findall(r"^\| `(\w+/\w+__\w+)` \|", page, re.MULTILINE))
    assert told == {name_of(case.path) for case in cases if not case.recognised}
