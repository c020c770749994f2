"""`grader.predict` in a notebook prints a sentence, whatever it is given."""

from __future__ import annotations

from pathlib import Path

import pytest

import grader

VARIANTS = Path(__file__).parents[1] / "bank" / "variants"


@pytest.fixture(autouse=True)
def in_the_course(monkeypatch):
    for name in ("GRADER_SOLUTIONS", "GRADER_SALT", "GRADER_COURSE", "GRADER_STUDENT"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.chdir(VARIANTS / "exercises" / "slopes")


@pytest.fixture
def said(capsys):
    def said(*arguments, **answers):
        assert grader.predict(*arguments, **answers) is None
        return capsys.readouterr().out.splitlines()

    return said


def test_a_right_answer_is_right(said):
    assert said("power_rule", at_one=6) == ["Right."]


def test_a_wrong_answer_gets_its_sentence(said):
    expected = "That is the height there. The slope brings the power 3 down as a factor."
    assert said("power_rule", at_one=2) == [expected]


def test_several_answers_are_told_by_name(said):
    first, second = said("power_rule", at_one=6, where_flat="nowhere")
    assert first == "at_one: Right."
    assert second.startswith("where_flat: Every power")


def test_without_an_answer_it_asks(said):
    lines = said("power_rule")
    assert lines[0] == "at_one: What is the slope of 2 x**3 at x = 1?"
    assert lines[2:] == ["  1. at x = 0.5", "  2. nowhere", "  3. at x = 0"]
    assert said("square_by_hand") == ["square_by_hand asks nothing before the code."]


def test_the_values_are_those_of_the_student_named(said, monkeypatch):
    assert "5 x**5" in said("power_rule", student="ada")[0]
    monkeypatch.setenv("GRADER_STUDENT", "ada")
    assert "5 x**5" in said("power_rule")[0]
    assert "2 x**3" in said("power_rule", student="")[0]


def test_unknown_names_get_the_nearest(said):
    assert said("powr_rule") == [
        "problem 'powr_rule' is not in the bank; did you mean 'power_rule'?"
    ]
    assert said("power_rule", at_oen=3) == [
        "power_rule does not ask 'at_oen'; did you mean `at_one`?"
    ]
    assert said("power_rule", shape=3) == [
        "power_rule does not ask 'shape'; it asks: at_one, where_flat"
    ]


def test_what_is_no_answer_is_told(said):
    assert said("power_rule", at_one="x") == ["at_one: 'x' must be a number such as 3, -0.5 or 1/2"]


def test_outside_a_course_it_says_so(said, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    (line,) = said("power_rule", at_one=3)
    assert "no course.yaml here or in a folder above" in line
    monkeypatch.setenv("GRADER_COURSE", str(VARIANTS))
    assert said("power_rule", at_one=6) == ["Right."]


def test_the_package_has_nothing_else_of_that_kind():
    with pytest.raises(AttributeError, match="module 'grader' has no attribute 'predikt'"):
        _ = grader.predikt
