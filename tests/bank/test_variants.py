"""Whose values a problem has, and where they stand then."""

from __future__ import annotations

import shutil
from collections import Counter
from pathlib import Path

import pytest

from grader.bank.digest import bank_digest
from grader.bank.load import load_bank
from grader.bank.variants import drawn, how_many, options, problem_for, text_of, variant
from grader.errors import GraderError
from grader.model import Parameter

VARIANTS = Path(__file__).parent / "variants"
BASE = Path(__file__).parent / "base"
DECLARED = {"a": Parameter(from_=2, to=6), "k": Parameter(choose=(0.5, 2.0, 3.0))}


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)


@pytest.fixture(scope="module")
def bank():
    return load_bank(VARIANTS)


def test_values_never_change_for_a_student_of_a_course():
    # Whoever changes these changes the exercise under the hands of every student.
    assert drawn(DECLARED, "autumn", "slopes", "ada") == {"a": 4, "k": 3}


def test_capitals_spaces_and_the_way_an_accent_is_typed_do_not_matter():
    def of(student):
        return [drawn(DECLARED, "autumn", f"problem {n}", student) for n in range(20)]

    assert of("ada") == of("  ADA\n")
    assert of("j\u00fcrgen") == of("ju\u0308rgen")
    assert of("ada") != of("bob")


def test_course_problem_student_and_parameter_each_decide():
    wide = {"a": Parameter(from_=0, to=10**6), "b": Parameter(from_=0, to=10**6)}
    one = drawn(wide, "autumn", "slopes", "ada")
    assert one["a"] != one["b"]
    for other in (
        ("spring", "slopes", "ada"),
        ("autumn", "curves", "ada"),
        ("autumn", "slopes", ""),
    ):
        assert drawn(wide, *other)["a"] != one["a"]


def test_every_value_is_drawn_about_as_often_as_any_other():
    found = Counter(drawn(DECLARED, "autumn", "slopes", f"s{n}")["a"] for n in range(1000))
    assert set(found) == {2, 3, 4, 5, 6}
    assert min(found.values()) > 150


def test_ranges_have_both_ends_and_steps_and_whole_choices_are_whole():
    assert list(options(Parameter(from_=2, to=4))) == [2, 3, 4]
    assert list(options(Parameter(from_=-4, to=4, step=4))) == [-4, 0, 4]
    assert options(Parameter(choose=(0.5, 2.0))) == [0.5, 2]
    assert [type(x) for x in options(Parameter(choose=(0.5, 2.0)))] == [float, int]
    assert how_many(DECLARED) == 15


def test_texts_are_filled_and_answers_become_values(bank):
    problem = problem_for(bank, "power_rule", "ada")
    a, n, c = (problem.values[name] for name in "anc")
    assert problem.file.title == f"The slope of {a} times a power of x"
    assert problem.file.examples[0].gives == [0, a * n, a * n * 2 ** (n - 1)]
    assert problem.file.examples[1].given == {"x": [c + 1]}
    assert problem.file.predict["at_one"].answer == a * n
    assert problem.file.predict["at_one"].wrong[str(a)].startswith("That is the height there.")
    assert problem.file.predict["where_flat"].answer == f"at x = {c}"
    assert problem.file.write["power_slope"].takes["shift"] == f"float, {c}"
    assert f"power {n} comes down" in problem.key.mistakes["power_not_brought_down"].say
    assert problem.checks[2].title.startswith(f"The slope of {a} (x")
    starter = text_of(problem, problem.folder / "starter.py")
    assert f"def power_slope(x, shift={c}):" in starter
    assert "{{" not in starter


def test_of_two_wrong_answers_that_become_one_the_first_has_its_sentence(bank):
    same = variant(bank.problem("power_rule"), {"a": 5, "n": 5, "c": 0.5})
    (sentence,) = same.file.predict["at_one"].wrong.values()
    assert sentence.startswith("That is the height there.")


def test_latex_braces_of_a_statement_survive(bank):
    problem = problem_for(bank, "power_rule", "ada")
    statement = text_of(problem, problem.folder / "statement.md")
    n = problem.values["n"]
    assert rf"(x - c)^{{{n}}} \qquad" in statement
    assert r"$\frac{{x}}{2}$" in statement


def test_two_students_meet_two_problems_and_the_bank_has_that_of_nobody(bank):
    assert (
        problem_for(bank, "power_rule", "ada").identity
        != problem_for(bank, "power_rule", "bob").identity
    )
    assert bank.problem("power_rule") == problem_for(bank, "power_rule", "")
    assert "{{" not in bank.problem("power_rule").file.title


def test_a_variant_of_a_variant_begins_anew(bank):
    problem = bank.problem("power_rule")
    values = {"a": 6, "n": 3, "c": 0.5}
    assert variant(variant(problem, {**values, "a": 2}), values) == variant(problem, values)


def test_a_problem_without_parameters_is_never_filled(bank):
    problem = problem_for(bank, "square_by_hand", "ada")
    assert problem is bank.problem("square_by_hand")
    assert (problem.values, problem.template) == ({}, None)
    assert problem.file.hints == ("Two braces mean nothing here: {{a}}.",)
    assert "{{a}}" in text_of(problem, problem.folder / "statement.md")


def test_an_unknown_problem_is_refused_with_the_nearest(bank):
    with pytest.raises(GraderError, match="did you mean 'power_rule'"):
        problem_for(bank, "power_rules", "ada")


def test_without_a_key_of_its_own_a_course_draws_from_its_title(tmp_path):
    root = Path(shutil.copytree(VARIANTS, tmp_path / "bank"))
    course = root / "course.yaml"
    course.write_text(course.read_text().replace("variants: spring\n", ""))
    assert load_bank(root).course.variant_key == "A course with variants"


def test_the_digest_is_over_raw_files_and_the_key_of_variants(tmp_path):
    root = Path(shutil.copytree(VARIANTS, tmp_path / "bank"))
    course = root / "course.yaml"

    def digests():
        bank = load_bank(root)
        return [bank_digest(bank, [name], None) for name in ("power_rule", "square_by_hand")]

    before = digests()
    course.write_text(course.read_text().replace("variants: spring", "variants: autumn"))
    assert digests()[0] != before[0]
    assert digests()[1] == before[1]
