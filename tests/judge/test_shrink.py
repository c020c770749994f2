"""A counterexample is made smaller by moves that keep an input legal."""

from __future__ import annotations

import numpy as np
import pytest

from grader.judge.shrink import axis_names, shrink
from grader.model import Function
from grader.sandbox.proxies import Call

LAYER = Function(
    takes={"X": "float array (N, d)", "W": "float array (d, m)", "s": "float, 1.0"},
    gives="float array (N, m)",
)


def layer(n, d, m):
    rng = np.random.default_rng(0)
    return Call("linear", (rng.normal(size=(n, d)), rng.normal(size=(d, m))), {"s": 2.0})


def test_two_entries_are_left_where_there_were_two_and_one_where_there_was_one():
    found = shrink(layer(1, 5, 2), LAYER, lambda call: True)
    assert [value.shape for value in found.args] == [(1, 2), (2, 2)]


def test_arrays_lose_the_same_entries_along_an_axis_that_they_share():
    tried = []

    def goes_wrong(call):
        tried.append(call)
        return True

    found = shrink(layer(5, 4, 3), LAYER, goes_wrong)
    assert [value.shape for value in found.args] == [(2, 2), (2, 2)]
    assert all(call.args[0].shape[1] == call.args[1].shape[0] for call in tried)


def test_numbers_are_rounded_where_the_fault_allows_it():
    found = shrink(layer(2, 2, 2), LAYER, lambda call: True)
    assert all(np.array_equal(value, np.round(value)) for value in found.args)
    exact = shrink(layer(1, 1, 1), LAYER, lambda call: call.args[0][0, 0] % 1 != 0)
    assert exact.args[0][0, 0] % 1 != 0


def test_the_fault_stays_in_what_is_found():
    found = shrink(layer(6, 3, 2), LAYER, lambda call: len(call.args[0]) >= 3)
    assert len(found.args[0]) == 3


def test_a_call_that_cannot_be_made_smaller_stays_as_it_is():
    call = layer(3, 2, 2)
    assert shrink(call, LAYER, lambda smaller: False) is call


def test_keyword_arguments_stay():
    assert shrink(layer(2, 2, 2), LAYER, lambda call: True).kwargs == {"s": 2.0}


def test_a_call_whose_sizes_disagree_on_purpose_is_left_alone():
    wrong = Call("linear", (np.ones((2, 3)), np.ones((2, 2))), {})
    assert shrink(wrong, LAYER, lambda call: True) is wrong


def test_a_ragged_list_beside_arrays_is_left_as_it_is():
    contract = Function(takes={"x": "float array (n,)", "layers": "list"}, gives="float")
    ragged = [[np.ones((2, 2)), np.ones(2)], [1.0]]
    found = shrink(Call("f", (np.ones(5), ragged), {}), contract, lambda smaller: True)
    assert found.args[0].shape == (2,)
    assert found.args[1] is ragged


def test_an_empty_array_is_left_empty():
    call = Call("linear", (np.ones((0, 3)), np.ones((3, 1))), {})
    assert shrink(call, LAYER, lambda smaller: True).args[0].shape == (0, 2)


def test_the_same_call_shrinks_to_the_same_call():
    def size_of(call):
        return [value.tolist() for value in call.args]

    def goes_wrong(call):
        return call.args[0].sum() > 0.1

    first = shrink(layer(6, 3, 2), LAYER, goes_wrong)
    assert size_of(first) == size_of(shrink(layer(6, 3, 2), LAYER, goes_wrong))


@pytest.mark.parametrize(
    ("kind", "shape", "names"),
    [
        ("float array (n, d)", (2, 3), ("n", "d")),
        ("float array (n,)", (2,), ("n",)),
        ("float array (n,) or (m, n)", (2, 3), ("m", "n")),
        ("float array (N, ...)", (3, 2, 2), ("N", "...1", "...2")),
        ("float array (..., n)", (3, 2), ("...1", "n")),
        ("float array (..., n)", (3,), ("n",)),
        ("float array (n, d)", (2,), ()),
        ("float", (), ()),
    ],
)
def test_axes_are_named_by_the_contract(kind, shape, names):
    assert axis_names(kind, shape) == names


@pytest.mark.parametrize("step", [1e-6, np.array(1e-6)])
def test_a_number_that_is_not_0_is_not_rounded_to_it(step):
    contract = Function(takes={"x": "float array (n,)", "h": "float"}, gives="float")
    call = Call("slope", (np.array([0.2, 1.7]), step), {})
    found = shrink(call, contract, lambda smaller: True)
    assert found.args[1] == 1e-6
    assert found.args[0].tolist() == [0, 2]
