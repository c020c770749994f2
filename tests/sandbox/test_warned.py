"""numpy's warnings travel as evidence, whatever the student's code does with them."""

from __future__ import annotations

import pytest

SOURCE = """
import warnings
import numpy as np
def f(x):
    return np.exp(x)
def ratio(x):
    return np.exp(x) / np.exp(x)
def inverse(x):
    return 1.0 / np.asarray(x)
def quiet(x):
    with np.errstate(all="ignore"):
        return np.exp(x)
def loud(x):
    with np.errstate(all="raise"):
        try:
            return np.exp(x)
        except FloatingPointError:
            return -1.0
def own(x):
    warnings.warn("overflow encountered in my head", UserWarning)
    return x
"""


@pytest.mark.parametrize(
    ("name", "value", "warned"),
    [
        ("f", 1.0, ()),
        ("f", 1000.0, ("overflow",)),
        ("ratio", 1000.0, ("overflow", "an invalid operation")),
        ("inverse", 0.0, ("division by zero",)),
        ("quiet", 1000.0, ()),
        ("loud", 1000.0, ()),
    ],
)
def test_what_numpy_warned_of_is_told_with_the_answer(cell, call, name, value, warned):
    assert call(cell(SOURCE), name, value).warned == warned


def test_each_call_has_its_own_warnings(cell, call):
    one = cell(SOURCE)
    assert call(one, "f", 1000.0).warned == ("overflow",)
    assert call(one, "f", 1.0).warned == ()


def test_a_warning_fails_nothing_and_is_printed_nowhere(cell, call):
    assert call(cell(SOURCE), "own", 3.0).value == 3.0
