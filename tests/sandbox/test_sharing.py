"""A value that lives in the memory of an argument, and values that only look so."""

from __future__ import annotations

import numpy as np
import pytest

from grader.sandbox.sharing import shares_memory

X = np.arange(6.0)
INSIDE: list = [1]
INSIDE.append(INSIDE)

SHARED = {
    "itself": X,
    "a view": X[1:3],
    "another shape": X.reshape(2, 3).T,
    "in a tuple": (1.0, X[:2]),
    "in a dict of lists": {"a": [X]},
}
OWN = {
    "a copy": X.copy(),
    "a sum": X + 0,
    "a number of it": X[0],
    "nothing": None,
    "an empty cut": X[:0],
    "a list of its numbers": X.tolist(),
    "a list that holds itself": INSIDE,
}


@pytest.mark.parametrize("what", SHARED)
def test_an_array_handed_back_or_looked_into_is_seen(what):
    assert shares_memory(SHARED[what], [X])
    assert shares_memory(SHARED[what], [{"deep": (X,)}])


@pytest.mark.parametrize("what", OWN)
def test_an_array_of_its_own_is_not(what):
    assert not shares_memory(OWN[what], [X, 1.0, "x", None])


def test_a_list_handed_back_is_the_list():
    given = [1.0, 2.0]
    assert shares_memory(given, [given])
    assert not shares_memory(list(given), [given])
