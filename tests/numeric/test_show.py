import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from grader.numeric.show import call_text, paste

SCOPE = {"nan": math.nan, "inf": math.inf, "__builtins__": {"complex": complex}}


class Code:
    def __init__(self, source):
        self.source = source


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (1000.0, "1000"),
        (1 / 3, "0.333333"),
        (1234567.0, "1234567"),
        (1e20, "1e+20"),
        (-0.0, "0"),
        (0.0, "0"),
        (math.nan, "nan"),
        (-math.inf, "-inf"),
        (True, "True"),
        (np.bool_(False), "False"),
        (None, "None"),
        (7, "7"),
        (np.int8(-7), "-7"),
        (np.float32(0.5), "0.5"),
        (1 + 2j, "complex(1, 2)"),
        ("it's", '"it\'s"'),
        (b"a", "b'a'"),
        (np.array(2.5), "2.5"),
        (np.array([[1.0, 2.0], [0.1, math.nan]]), "[[1, 2], [0.1, nan]]"),
        (np.zeros((0, 2)), "[]"),
        ((1.0,), "(1,)"),
        ((), "()"),
        ({"W": np.eye(2), (0, 1): (1, [2])}, "{'W': [[1, 0], [0, 1]], (0, 1): (1, [2])}"),
        (10**100, "<int of 333 bits>"),
        (object(), "<object>"),
        (Code("lambda x: x**2"), "lambda x: x**2"),
        (np.array(None, dtype=object), "<object array>"),
        (np.array([None, 1], dtype=object), "[None, 1]"),
        (np.datetime64("2020-01-01"), "<datetime64>"),
    ],
    ids=lambda value: str(type(value).__name__),
)
def test_a_value_is_short_python_text(value, text):
    assert paste(value) == text


plain = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.floats() | st.text(max_size=5),
    lambda inner: (
        st.lists(inner, max_size=4)
        | st.lists(inner, max_size=4).map(tuple)
        | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
    max_leaves=10,
)


@settings(deadline=None)
@given(plain)
def test_plain_data_can_be_pasted_back_exactly(value):
    text = call_text("f", [value])
    back = eval(text[2:-1], dict(SCOPE))
    assert repr(back).replace(".0", "") == repr(value).replace(".0", "") or back == value


def test_a_call_shows_its_numbers_exactly():
    text = call_text("softmax", (np.array([0.0, 1000.0]), 0.1 + 0.2), {"axis": -1})
    assert text == "softmax([0, 1000], 0.30000000000000004, axis=-1)"
    assert call_text("f", ()) == "f()"


def test_long_values_are_elided_but_never_look_short():
    for value in (np.zeros(1000), [0] * 1000, np.zeros((100, 100)), dict.fromkeys(range(1000), 0)):
        text = paste(value)
        assert "..." in text
        assert 160 < len(text) < 1000
    assert "..." not in paste(np.zeros(64))
    assert paste("x" * 1000).endswith("...")


def test_nesting_without_end_ends():
    inner = []
    inner.append(inner)
    assert "..." in paste(inner)
    wide = []
    for _ in range(40):
        wide = [wide, wide]
    assert len(paste(wide)) < 2000


@pytest.mark.parametrize("wrap", [lambda v: v, lambda v: [v], lambda v: {v: v}, lambda v: (v, v)])
def test_a_hostile_object_is_shown_by_the_name_of_its_type(hostile, wrap):
    assert "<Hostile>" in paste(wrap(hostile))


def test_no_value_lets_an_exception_escape(junk):
    for piece in junk:
        assert 0 < len(paste(piece)) < 500
        assert paste([piece]) == f"[{paste(piece)}]" or "..." in paste(piece)
