"""`student.f(...)` as checks use it, answered by a sandbox and by this process alike."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from grader.sandbox.answers import Failure, Value
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Call, CallFailed, Student, code
from grader.sandbox.wire import Code

SOURCE = """
import numpy as np
def add(a, b=1):
    return a + b
def invert(x):
    return 1 / x
def apply(f, x):
    return f(x)
def loop(x):
    for _ in x:
        pass
    return len(x)
def at_once(x):
    return len(x)
"""


class Sandboxed:
    """A cell as a backend of the functions in its first file."""

    def __init__(self, cell):
        self.cell = cell
        self.trips = 0

    def run(self, calls, *, watch, count):
        self.trips += 1
        pairs = [(call.args, call.kwargs) for call in calls]
        return self.cell.run(0, calls[0].name, pairs, watch=watch, count=count)

    def evaluate(self, source, inputs):
        return self.cell.evaluate(0, source, inputs)


@pytest.fixture(params=["sandbox", "local"])
def student(request, cell):
    if request.param == "sandbox":
        return Student(Sandboxed(cell(SOURCE)))
    module = ModuleType("work")
    exec(SOURCE, module.__dict__)
    return Student(LocalBackend(module))


def test_a_call_gives_its_value_and_takes_keywords(student):
    assert student.add(2) == 3
    assert student.add(2, b=5) == 7


def test_map_takes_tuples_as_several_arguments_and_keywords_for_all(student):
    assert student.add.map([1, (2, 3)]) == [2, 5]
    assert student.add.map([1, 2], b=10) == [11, 12]
    assert student.at_once.map([[1, 2], ((3,),)]) == [2, 1]
    assert student.add.map([]) == []


def test_map_is_one_round_trip(cell):
    backend = Sandboxed(cell(SOURCE))
    Student(backend).add.map(range(50))
    assert backend.trips == 1


def test_a_call_that_fails_raises_with_the_failure_and_the_call(student):
    with pytest.raises(CallFailed) as error:
        student.invert.map([2, 0, 4])
    assert error.value.failure.is_a(ZeroDivisionError)
    assert error.value.call == Call("invert", (0,))


def test_every_exchange_is_recorded_to_the_first_failure(student):
    with pytest.raises(CallFailed):
        student.invert.map([2, 0, 4])
    answered = [(exchange.call, type(exchange.answer)) for exchange in student.exchanges]
    assert answered == [(Call("invert", (2,)), Value), (Call("invert", (0,)), Failure)]


def test_growth_tells_a_loop_from_array_code(student):
    small, large = (np.zeros(10),), (np.zeros(80),)
    value, grows = student.loop.growth(Call("loop", small), Call("loop", large))
    assert (value.value, grows) == (80, True)
    value, grows = student.at_once.growth(Call("at_once", small), Call("at_once", large))
    assert (value.value, grows) == (80, False)
    assert [exchange.grows for exchange in student.exchanges] == [True, False]


def test_a_function_is_passed_as_its_source(student):
    assert student.apply(code("lambda x: x**2 + np.pi * 0 + math.e * 0"), 3) == 9


def test_code_that_is_no_expression_is_refused_at_once():
    assert code("lambda x: x") == Code("lambda x: x")
    with pytest.raises(SyntaxError):
        code("x = 3")


def test_a_name_that_is_not_there_is_missing(student):
    with pytest.raises(CallFailed) as error:
        student.nothing(1)
    assert error.value.failure.kind == "missing"


def test_large_answers_are_not_kept(student):
    student.add(np.zeros(2**20))
    student.add(np.zeros(2))
    assert [exchange.answer is None for exchange in student.exchanges] == [True, False]
