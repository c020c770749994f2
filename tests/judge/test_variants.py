"""Each student is graded with their own values, whoever was graded before them."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from grader.author.draws import as_submission
from grader.bank.load import load_bank
from grader.bank.variants import problem_for, text_of
from grader.errors import GraderError
from grader.judge.given import Parameters
from grader.judge.judge import Judge

VARIANTS = Path(__file__).parents[1] / "bank" / "variants"
NAME = "power_rule"


@pytest.fixture(scope="module")
def bank(_own_solutions):
    return load_bank(VARIANTS)


@pytest.fixture(scope="module")
def variants(bank):
    with Judge(bank, list(bank.problems)) as judge:
        yield judge


@pytest.fixture(scope="module")
def strangers(bank):
    """Two students who share no value."""
    ada = problem_for(bank, NAME, "ada").values
    for other in (f"student {number}" for number in range(200)):
        values = problem_for(bank, NAME, other).values
        if not any(values[name] == ada[name] for name in ada):
            return "ada", other
    raise AssertionError("all students share a value with ada")


@pytest.fixture
def written(bank):
    """A file of the bank as a student with these values hands it in."""

    def written(student, file="solution.py"):
        problem = problem_for(bank, NAME, student)
        return text_of(problem, problem.secret / file)

    return written


@pytest.fixture
def graded(variants):
    def graded(text, student, **options):
        submission = as_submission(text, Path(f"{student}.py"))
        return variants.grade(submission, [NAME], **options).problems[0]

    return graded


def test_everybody_gets_full_marks_for_their_own_solution(bank, written, graded, strangers):
    for student in (*strangers, *strangers):
        report = graded(written(student), student)
        assert [c.status for c in report.checks] == ["passed"] * 4
        assert report.parameters == problem_for(bank, NAME, student).values


def test_a_neighbours_solution_is_graded_with_ones_own_values(written, graded, strangers):
    one, other = strangers
    assert graded(written(other), other).score == 6
    copied = graded(written(other), one)
    assert copied.score <= 1
    assert copied.parameters != graded(written(other), other).parameters


def test_a_mistake_is_named_and_shown_in_ones_own_numbers(bank, written, graded, strangers):
    for student in strangers:
        values = problem_for(bank, NAME, student).values
        report = graded(written(student, "mistakes/power_not_lowered.py"), student)
        (diagnosis,) = report.diagnosis
        assert diagnosis.mistake == "power_not_lowered"
        assert diagnosis.say.endswith(f"the power {values['n']} is {values['n'] - 1}.")
        by_id = {check.id: check for check in report.checks}
        assert (
            by_id["values"].hint == f"At x = {values['c'] + 1:g} it is {values['a'] * values['n']}."
        )
        shown = by_id["values"].counterexample
        (x,) = re.findall(r"\[([-0-9.]+)[\],]", shown.call)[:1]
        right = values["a"] * values["n"] * (float(x) - values["c"]) ** (values["n"] - 1)
        assert float(re.findall(r"[-0-9.e+]+", shown.expected)[0]) == pytest.approx(right, rel=1e-4)


def test_a_stub_of_ones_own_starter_counts_as_absent(bank, graded, strangers):
    for student in strangers:
        problem = problem_for(bank, NAME, student)
        report = graded(text_of(problem, problem.folder / "starter.py"), student)
        assert {check.status for check in report.checks} == {"missing"}


def test_values_may_be_those_of_another_than_who_handed_in(written, graded, strangers):
    one, other = strangers
    assert graded(written(other), one, values_of=other).score == 6
    assert graded(written(""), one, values_of="").score == 6


def test_grading_is_the_same_whoever_came_before(bank, written, graded, strangers):
    one, other = strangers
    text = written(one, "mistakes/ignores_shift.py")
    graded(written(other, "mistakes/ignores_shift.py"), other)
    after_others = graded(text, one)
    with Judge(bank, [NAME]) as fresh:
        alone = fresh.grade(as_submission(text, Path(f"{one}.py")), [NAME]).problems[0]
    assert after_others == alone


def test_a_report_without_parameters_says_nothing_of_them(variants):
    text = "def square(x):\n    return x * x\n"
    report = variants.grade(as_submission(text, Path("ada.py")), ["square_by_hand"])
    assert report.score == report.max_score
    assert b"parameters" not in report.to_json()


def test_a_report_with_parameters_survives_json(variants, written):
    report = variants.grade(as_submission(written("ada"), Path("ada.py")), [NAME])
    assert type(report).from_json(report.to_json()) == report


def test_reseeding_changes_draws_and_no_values(bank, written, strangers):
    with Judge(bank, [NAME]) as judge:
        calls = []
        for salt in (b"one", b"two", b"one"):
            judge.reseed(salt)
            calls.append(str(judge.rehearse(NAME, strangers[0])))
            submission = as_submission(written(strangers[0]), Path(f"{strangers[0]}.py"))
            assert judge.grade(submission, [NAME]).score == 6
        assert calls[0] == calls[2] != calls[1]


def test_the_fixture_parameters_knows_its_names_and_no_other(bank):
    problem = problem_for(bank, NAME, "ada")
    parameters = Parameters(problem)
    assert (parameters.a, parameters.n) == (problem.values["a"], problem.values["n"])
    with pytest.raises(GraderError, match="`b` is no parameter; it must be one of: a, n, c"):
        _ = parameters.b
    with pytest.raises(GraderError, match="`a` is no parameter; there are none"):
        _ = Parameters(bank.problem("square_by_hand")).a


def test_an_attempt_is_known_whatever_the_values(variants, written):
    assert variants.attempted(as_submission(written("ada"), Path("ada.py"))) == [NAME]
    assert variants.attempted(as_submission(written("ada"), Path("ada.py")), "") == [NAME]
