from __future__ import annotations

import math
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grader.bank.strict_yaml import parse, resolve
from grader.errors import BankError

FILE = Path("some.yaml")


def faults(text: str) -> list[str]:
    with pytest.raises(BankError) as refused:
        parse(text, FILE)
    return [f"{fault.line}: {fault.text}" for fault in refused.value.faults]


@pytest.mark.parametrize("word", ["yes", "no", "on", "off", "y", "N", "2026-12-06", "12:30:00"])
def test_words_that_yaml_1_1_converts_stay_text(word):
    assert parse(f"a: {word}", FILE).value == {"a": word}


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1e-3", 0.001),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.inf", -math.inf),
        ("+.INF", math.inf),
        ("1_000", "1_000"),
        ("010", 10),
        ("0o10", 8),
        ("0x1F", 31),
        ("-7", -7),
        ("true", True),
        ("False", False),
        ("tRUE", "tRUE"),
        ("~", None),
        ("null", None),
        ("", None),
        ("inf", "inf"),
        ("nan", "nan"),
        ("e5", "e5"),
        ("9" * 5000, math.inf),
    ],
)
def test_a_plain_scalar_follows_the_core_schema_of_yaml_1_2(text, value):
    result = resolve(text)
    assert result == value
    assert type(result) is type(value)


def test_nan_is_a_float():
    assert math.isnan(resolve(".nan"))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_the_repr_of_a_float_comes_back(number):
    assert resolve(repr(number)) == number


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126)))
def test_quoted_text_is_text_whatever_it_says(text):
    quoted = "'" + text.replace("'", "''") + "'"
    assert parse(f"a: {quoted}", FILE).value == {"a": text}


def test_every_key_and_value_has_its_line():
    document = parse("a:\n  b: 1\n  c:\n    - 2\n    - {d: 3,\n       e: 4}\n", FILE)
    assert document.value == {"a": {"b": 1, "c": [2, {"d": 3, "e": 4}]}}
    assert document.keys[("a",)] == 1
    assert document.values[("a",)] == 2
    assert document.keys[("a", "c")] == 3
    assert document.line("a", "c", 0) == 4
    assert document.line("a", "c", 1, "e") == 6


def test_the_line_of_an_unknown_place_is_that_of_what_encloses_it():
    document = parse("a: 1\nb:\n  c: 2\n", FILE)
    assert document.line("b", "absent", 3) == 2
    assert document.line("absent") == 1


def test_a_duplicate_key_names_both_lines():
    assert faults("a: 1\nb: 2\na: 3\n") == [
        "3: the key `a` is given twice; it stands on line 1 too"
    ]


def test_all_faults_of_a_file_come_at_once():
    assert faults("a: &x 1\na: *x\n1: b\nc: !int 3\n") == [
        "1: the anchor `&x` is not supported; remove it",
        "2: the alias `*x` is not supported; write the value out",
        "2: the key `a` is given twice; it stands on line 1 too",
        '3: the key 1 is not text; put it in quotes: "1"',
        "4: the tag `!int` is not supported; remove it",
    ]


@pytest.mark.parametrize("key", ["true", "null", "1.5", "~"])
def test_a_key_that_is_not_text_is_refused_until_it_is_quoted(key):
    assert "is not text" in faults(f"{key}: 1")[0]
    assert parse(f'"{key}": 1', FILE).value == {key: 1}


def test_a_key_that_yaml_1_1_takes_for_a_boolean_is_text():
    assert parse("on: 1\ny: 2\n", FILE).value == {"on": 1, "y": 2}


def test_nesting_without_end_is_refused():
    assert faults("[" * 200 + "]" * 200) == ["1: lists and mappings are nested more than 50 deep"]


def test_an_alias_as_a_key_is_refused():
    assert faults("a: &x b\n*x : 1\n")[1] == (
        "2: the alias `*x` is not supported; write the value out"
    )


@pytest.mark.parametrize("text", ["", "# only a comment\n", "---\n"])
def test_an_empty_document_is_null(text):
    assert parse(text, FILE).value is None


@given(st.text(max_size=40))
def test_any_text_is_parsed_or_refused_with_faults(text):
    try:
        parse(text, FILE)
    except BankError as refused:
        assert refused.faults
        assert all(fault.line >= 1 for fault in refused.faults)
