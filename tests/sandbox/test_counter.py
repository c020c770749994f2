"""How many lines a call executes: growing with a loop over the data, and with nothing else."""

from __future__ import annotations

import numpy as np
import pytest

from grader.sandbox.counter import LineCounter
from grader.sandbox.guards import Guard


def lines(function, n):
    counter = LineCounter()
    counter.run(function, (np.arange(float(n)),), {})
    return counter.lines


def by_loop(x):
    total = 0.0
    for value in x:
        total += value
    return total


def prints(x):
    return len(np.array2string(x))


def prints_by_a_function_in_python(x):
    def shown(value):
        return f"{value:.3f}"

    return len(np.array2string(x, formatter={"float_kind": shown}))


@pytest.mark.parametrize("function", [np.sum, prints, prints_by_a_function_in_python])
def test_neither_array_code_nor_printing_an_array_grows(function):
    assert lines(function, 400) == lines(function, 50)


def test_a_loop_grows_with_the_data():
    assert lines(by_loop, 400) > 7 * lines(by_loop, 50)


def test_what_is_done_after_printing_is_counted():
    def prints_then_loops(x):
        prints(x)
        return by_loop(x)

    assert lines(prints_then_loops, 50) - lines(prints, 50) == pytest.approx(
        lines(by_loop, 50), abs=3
    )


def test_what_raises_while_it_is_printed_does_not_stop_the_counting():
    def fails(_value):
        raise ValueError

    def goes_on(x):
        try:
            np.array2string(x, formatter={"float_kind": fails})
        except ValueError:
            return by_loop(x)

    assert lines(goes_on, 400) > 7 * lines(goes_on, 50)


def test_the_lines_of_a_guard_are_none_of_the_students():
    guarded = Guard(np.sum, "np.sum", lambda _name: None)
    assert lines(lambda x: guarded(x), 50) == lines(lambda x: np.sum(x), 50)
