"""Holes in texts: which braces are filled, which are left, which an author must have meant."""

from __future__ import annotations

import pytest

from grader.bank.holes import braces, filled, filled_whole

VALUES = {"a": 3, "n": 4, "c": -2, "k": 0.5}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("{{a}}", "3"),
        ("f(x) = {{a}}x^{{n}}", "f(x) = 3x^4"),
        ("{{ 2*a + 1 }} and {{[a, k]}}", "7 and [3, 0.5]"),
        (r"\frac{1}{{{a}}}", r"\frac{1}{3}"),
        (r"x^{{{n - 1}}}", "x^{3}"),
        ("A = {{a}}\nB = {{-k}}", "A = 3\nB = -0.5"),
    ],
)
def test_holes_are_filled(text, expected):
    assert filled(text, VALUES) == expected


@pytest.mark.parametrize(
    "text",
    [
        r"\frac{{x}}{2}",
        r"\frac{{x + 1}}{2}",
        "{{}}",
        "{{2}}",
        "{{1, 2}}",
        "{a}",
        "{{a}",
        "{ {a} }",
        r"{{\alpha}}",
        "{{a b}}",
        "{{f(a)}}",
        "{{a\n+ 1}}",
        '{"{{": 1}',
    ],
)
def test_other_braces_are_left_as_they_are(text):
    assert filled(text, VALUES) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("x - {{c}}", "x - (-2)"),
        ("2 * {{c}}", "2 * (-2)"),
        (r"a \cdot {{c}}", r"a \cdot (-2)"),
        ("{{c}}**2", "(-2)**2"),
        ("{{c}} ^2", "(-2) ^2"),
        ("{{a}}**2", "3**2"),
        ("- {{c}}", "- -2"),
        ("  * {{c}} in a list", "  * -2 in a list"),
        ("c = {{c}}", "c = -2"),
        ("f({{c}}, {{c}})", "f(-2, -2)"),
    ],
)
def test_below_zero_a_number_gets_the_brackets_that_it_needs(text, expected):
    assert filled(text, VALUES) == expected


def test_without_values_nothing_is_filled():
    assert filled("{{a}} {{2 * 3}}", {}) == "{{a}} {{2 * 3}}"
    assert filled_whole("{{a}}", {}) == "{{a}}"


def test_a_text_that_is_one_hole_is_the_value_itself():
    assert filled_whole("{{[a, n*k]}}", VALUES) == [3, 2.0]
    assert filled_whole("{{a}}", VALUES) == 3
    assert filled_whole(" {{a}}", VALUES) == " 3"
    assert filled_whole("{{a}}{{n}}", VALUES) == "34"


def test_an_unknown_name_is_meant_where_it_can_hardly_be_latex():
    def meant(text):
        (found,) = braces(text)
        return found.is_meant(("rate", "n"))

    assert meant("{{2 * m}}")
    assert meant("{{rat}}")
    assert not meant("{{x}}")
    assert not meant("{{2}}")


def test_braces_know_their_line():
    assert [found.line for found in braces("{{a}}\n\n{{a + 1}} {{n}}")] == [1, 3, 3]
