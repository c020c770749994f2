"""What may stand between double braces, and what it comes to."""

from __future__ import annotations

import pytest

from grader.bank.arithmetic import as_written, listed, names, parsed, value
from grader.errors import GraderError

A3 = {"a": 3, "k": 0.5}


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("a", 3),
        ("2*a + 1", 7),
        ("-a", -3),
        ("a ** 2 - k", 8.5),
        ("a // 2", 1),
        ("a % 2", 1),
        ("(a + 1) / 2", 2.0),
        ("[a, [k, -a]]", [3, [0.5, -3]]),
        ("(a, 2)", (3, 2)),
        ("0.1 * a", 0.3),
        ("a ** -1", 1 / 3),
        ("  a  ", 3),
    ],
)
def test_arithmetic_over_parameters_has_its_value(source, expected):
    found = value(parsed(source), A3)
    assert found == expected
    assert type(found) is type(expected)


@pytest.mark.parametrize(
    "source",
    [
        "",
        "a.b",
        "a[0]",
        "f(a)",
        "a if k else 1",
        "a < k",
        "not a",
        "+a",
        "~a",
        "a @ k",
        "a << 2",
        "True",
        "'a'",
        "1j * a",
        "{a}",
        "[x for x in a]",
        "lambda: a",
        "a := 2",
        "a; k",
        "a\nk",
        "*a",
        "__import__('os')",
        "(" * 500 + "a" + ")" * 500,
        "\0",
    ],
)
def test_all_else_is_no_arithmetic(source):
    assert parsed(source) is None


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("1 / (a - 3)", "`{{1 / (a - 3)}}` divides by zero with a = 3"),
        ("a % (k - 0.5)", "divides by zero with a = 3, k = 0.5"),
        ("0 ** -a", "divides by zero with a = 3"),
        ("(-a) ** k", "is no real number with a = 3, k = 0.5"),
        ("10 ** 10 ** 10 ** a", "is not a number of at most 2**53"),
        ("2.0 ** (1000 * a)", "is not a number of at most 2**53"),
        ("9007199254740993 * a", "is not a number of at most 2**53"),
        ("1e400 * a", "is not a number of at most 2**53"),
        ("[a] + [k]", "reckons with a list or a tuple with a = 3, k = 0.5"),
    ],
)
def test_arithmetic_without_a_value_says_why_and_with_which_numbers(source, words):
    with pytest.raises(GraderError) as refused:
        value(parsed(source), A3)
    assert words in str(refused.value)


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (2, "2"),
        (2.0, "2"),
        (0.5, "0.5"),
        (-3, "-3"),
        (-0.0, "0"),
        (0.1 + 0.2, "0.3"),
        (1 / 3, "0.3333333333333333"),
        (1e-8, "1e-08"),
        ([1, 2.0], "[1, 2]"),
        ((5, 3), "(5, 3)"),
        ((5,), "(5,)"),
        ([], "[]"),
    ],
)
def test_a_value_is_written_as_a_person_would(number, text):
    assert as_written(number) == text


def test_names_come_once_and_in_order():
    assert names(parsed("b * a + b")) == ["b", "a"]


def test_values_are_listed_by_name():
    assert listed({"a": 3, "k": 2.5}) == "a = 3, k = 2.5"
