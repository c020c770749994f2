"""What a student is shown of a failure: the mistake's name, and a call that really is wrong."""

from __future__ import annotations

import math
from datetime import datetime, timedelta
from pathlib import Path

import numpy as np
import pytest

import grader.judge.judge as judging
from grader.bank.load import load_bank
from grader.bank.variants import text_of
from grader.judge.example_values import as_value
from grader.numeric.closeness import compare
from grader.numeric.quiet import quiet
from grader.numeric.show import call_text
from grader.sandbox.local import load_module
from grader.sandbox.scripts import run_script

ROOT = Path(__file__).parents[2]
SECRET = ROOT / "solutions"
MISTAKES = sorted(SECRET.glob("*/*/mistakes/*.py"))
SOLUTIONS = sorted(SECRET.glob("*/*/solution.py"))


def name_of(path):
    return f"{path.parents[1].name}-{path.stem}"


@pytest.fixture(scope="module")
def asked():
    """The calls that the checks of each kind made, for each file that was graded."""
    return {}


@pytest.fixture(scope="module")
def graded(grade_ours, asked):
    """The report on one problem of a file of the bank, made once."""
    reports = {}
    real = judging.Judge._run

    def graded(path, problem):
        if path in reports:
            return reports[path]
        calls = asked[path] = {"public": set(), "hidden": set()}

        def spy(self, work, check, *given):
            real(self, work, check, *given)
            for exchange in work.made[check.id]:
                call = exchange.call
                calls[check.visibility].add(call_text(call.name, call.args, call.kwargs))

        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(judging.Judge, "_run", spy)
            (reports[path],) = grade_ours(path, problem).problems
        return reports[path]

    return graded


# One of three is enough to see from day to day that feedback is right; the soak asks them all.
EVERY_MISTAKE = [
    pytest.param(path, id=name_of(path), marks=pytest.mark.soak if number % 3 else ())
    for number, path in enumerate(MISTAKES)
]


@pytest.mark.parametrize("path", EVERY_MISTAKE)
def test_each_listed_mistake_is_named(graded, course, path):
    problem = path.parents[1].name
    found = graded(path, problem)
    named = path.stem in [diagnosis.mistake for diagnosis in found.diagnosis]
    assert named == (f"{problem}/{path.stem}" not in NOT_NAMED)
    for diagnosis in found.diagnosis:
        assert diagnosis.say == course.problem(problem).key.mistakes[diagnosis.mistake].say
        assert diagnosis.evidence > 0


@pytest.mark.parametrize("path", SOLUTIONS, ids=lambda path: path.parent.name)
def test_the_reference_has_no_diagnosis_and_no_counterexample(graded, path):
    found = graded(path, path.parent.name)
    assert found.diagnosis == ()
    assert [c.counterexample for c in found.checks if c.counterexample] == []
    assert found.score == found.max_score


def evaluated(call, path, problem):
    """The call as a student pastes it, on the code in a file; or the exception that it raises."""
    write = problem.file.write
    space = dict(vars(load_module(path, text_of(problem, path))), nan=np.nan, inf=np.inf)
    space |= {"np": np, "math": math}
    name, _, inside = call.partition("(")
    if name not in write or write[name].methods:  # lines, as an example has them
        return outcome(lambda: run_script(call, space, {}))
    kinds = write[name].takes

    def pasted(kind, value):
        # Whole numbers stay so, whatever the contract says.
        if kind.startswith("function"):
            return value
        is_array = "array" in kind and not kind.startswith(("list", "tuple", "dict"))
        if is_array and isinstance(value, list):
            return np.array(value)
        return as_value(kind, value) if isinstance(value, list | dict) else value

    def take(*args, **kwargs):
        return space[name](
            *[pasted(kind, a) for kind, a in zip(kinds.values(), args, strict=False)],
            **{k: pasted(kinds[k], a) for k, a in kwargs.items()},
        )

    return outcome(lambda: eval(f"take({inside}", {**space, "take": take}))


def outcome(run):
    with quiet():
        try:
            return run()
        except Exception as error:
            return error


def differ(one, other):
    if isinstance(one, Exception) or isinstance(other, Exception):
        return type(one) is not type(other)
    try:
        return compare(one, other, rtol=1e-9) is not None
    except ValueError:
        return True


# A value cannot show these, or the check keeps its inputs back, or they are too long to be shown.
NOT_SHOWN = ("in_place", "reshapes_the_caller", "loop", "keeps_float32", "open_at_zero")
NOT_SHOWN += ("hands_back", "overwrites", "not_clipped", "no_infinity_guard")
NOT_SHOWN += ("diagonal_of_the_table", "counts_down", "empties_the_list", "tuples", "uses_up")
# Only the few inputs that are kept back show these, or a stream too long for a line.
NOT_SHOWN += (
    "other_quotient",
    "below_a_limit",
    "sign_of_the_first",
    "two_empty",
    "sums_of_squares",
)
NOT_SHOWN += ("whole_steps",)
NOT_SHOWN += (
    "adds_to_bias",
    "pops_the",
    "changes_the",
    "writes_into",
    "passes_unknown",
    "takes_text",
)
# Only one fixed input shows these: zeros, an empty array, a name; or lines that raise.
NOT_SHOWN += (
    "flat_is_nan",
    "divides_by_zero",
    "starts_with_the_first",
    "takes_any_name",
    "columns",
    "no_left_numbers",
)
# A pasted list has float64 numbers, and this one is about float16.
OF_ITS_TYPE = ("loss_scaling/divides_in_half_precision",)
# A last digit is no difference to a diagnosis, and a tuple of the right numbers none to a list of
# them; and what ran out of memory has given no answer that could be compared.
NOT_NAMED = (
    "cosine_similarity/not_clipped",
    "transpose_rules/tuples",
    "cancellation/series_below_a_limit",
    "batch_quadratic_form/diagonal_of_the_table",
    "stable_deep_chain/global_generator",
)


@pytest.mark.parametrize("path", EVERY_MISTAKE)
def test_a_counterexample_that_is_pasted_is_really_wrong(graded, course, path):
    problem = course.problem(path.parents[1].name)
    found = graded(path, problem.id)
    shown = [c.counterexample for c in found.checks if c.counterexample is not None]
    for example in shown:
        mine = evaluated(example.call, path, problem)
        right = evaluated(example.call, path.parents[1] / "solution.py", problem)
        # A pasted call knows nothing of types.
        if "dtype" not in example.actual and f"{problem.id}/{path.stem}" not in OF_ITS_TYPE:
            assert differ(mine, right), (example, mine, right)
        assert example.actual != example.expected
    may_show = [c for c in found.checks if c.status != "passed" and shows(problem, c)]
    if may_show and not any(word in path.stem for word in NOT_SHOWN):
        assert shown


def shows(problem, check):
    """Whether the check's author lets a failing call be shown."""
    return check.visibility == "public" or problem.key.checks[check.id].reveal == "counterexample"


@pytest.mark.parametrize("path", EVERY_MISTAKE)
def test_a_counterexample_is_no_input_of_a_hidden_check(graded, asked, path):
    found = graded(path, path.parents[1].name)
    hidden = asked[path]["hidden"] - asked[path]["public"]
    assert asked[path]["hidden"]
    for check in found.checks:
        if check.counterexample is not None:
            assert check.counterexample.call not in hidden


def test_a_passed_check_shows_no_hint(graded):
    found = graded(SECRET / "stability/softmax/mistakes/shifts_in_place.py", "softmax")
    for check in found.checks:
        assert bool(check.hint) == (check.status != "passed" and check.visibility == "hidden") or (
            check.visibility == "public"
        )
        if check.status == "passed":
            assert (check.message, check.hint, check.counterexample) == ("", "", None)


DUE = load_bank(ROOT).assignment("foundations").due
LATE = {
    "unknown": (None, 0, 0.0),
    "early": (timedelta(days=-3), 0, 0.0),
    "on time": (timedelta(0), 0, 0.0),
    "within the grace": (timedelta(minutes=10), 0, 0.0),
    "just past the grace": (timedelta(minutes=10, seconds=1), 1, 0.1),
    "a day": (timedelta(days=1), 1, 0.1),
    "a day and a second": (timedelta(days=1, seconds=1), 2, 0.2),
    "the cap": (timedelta(days=5), 5, 0.5),
    "beyond the cap": (timedelta(days=99), 99, 0.5),
}


@pytest.mark.parametrize("when", LATE)
def test_lateness_costs_what_the_course_says(judge, submit, when):
    after, days, penalty = LATE[when]
    submitted = None if after is None else DUE + after
    source = (SECRET / "stability/softmax/solution.py").read_text()
    report = judge.grade(submit(source, submitted=submitted), ["softmax"], "foundations")
    assert (report.late.days, report.late.penalty) == (days, pytest.approx(penalty))
    assert report.raw_score == 14
    assert report.score == pytest.approx(14 * (1 - penalty))


def test_lateness_is_counted_across_time_zones(judge, submit):
    there = (DUE + timedelta(minutes=5)).astimezone(datetime.fromisoformat("2026-01-01T00Z").tzinfo)
    report = judge.grade(submit("x = 1\n", submitted=there), ["softmax"], "foundations")
    assert report.late.days == 0


def test_without_an_assignment_nothing_is_late(judge, submit):
    late = DUE + timedelta(days=9)
    assert judge.grade(submit("x = 1\n", submitted=late), ["softmax"]).late.days == 0


def test_an_assignments_weight_multiplies_points_and_possible_points(tiny, submit):
    good = "def mean_of(numbers):\n    if not len(numbers): raise ValueError\n"
    report = tiny.grade(
        submit(good + "    return sum(numbers) / len(numbers)\n"), ["add_up", "mean_of"], "week1"
    )
    first, second = report.problems
    assert (first.weight, second.weight) == (1, 2)
    assert report.score == 2 * second.score == 2 * second.max_score
    assert report.max_score == first.max_score + 2 * second.max_score
