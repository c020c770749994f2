"""Our own code in this process answers as the same code in a sandbox does, value for value."""

from __future__ import annotations

from types import ModuleType

import numpy as np
import pytest

from grader.sandbox.local import LocalBackend, load_module
from grader.sandbox.proxies import Call, CallFailed, Student

SOURCE = """
import numpy as np
class Mine(KeyError):
    pass
class Box:
    def __init__(self, x):
        self.x = x
def same(*args, **kwargs):
    return args, kwargs
def spoil(x):
    if isinstance(x, dict):
        x.clear()
    elif isinstance(x, list):
        x.append(x[0])
        x[0] = None
    else:
        x[...] = 7
    return 0
def fail(x):
    raise Mine(x)
def make(x):
    return Box(x)
def push(box, x):
    box.x += x
    return box.x
def look(box):
    return box.x
seen = []
def remember(x):
    seen.append(x)
    return seen
buffer = np.zeros(2)
def fill(x):
    buffer[:] = x
    return buffer
"""


class Sandboxed:
    def __init__(self, cell):
        self.cell = cell

    def run(self, calls, *, watch, count):
        pairs = [(call.args, call.kwargs) for call in calls]
        return self.cell.run(0, calls[0].name, pairs, watch=watch, count=count)

    def evaluate(self, source, inputs):
        return self.cell.evaluate(0, source, inputs)


@pytest.fixture
def local():
    module = ModuleType("work")
    exec(SOURCE, module.__dict__)
    return LocalBackend(module)


@pytest.fixture
def sandboxed(cell):
    return Sandboxed(cell(SOURCE))


@pytest.fixture(params=["sandboxed", "local"])
def student(request):
    return Student(request.getfixturevalue(request.param))


VALUES = {
    "nothing": None,
    "numbers": [1, 2.5, -0.0, True, 2**70, 1 + 2j],
    "text": "ü\n",
    "containers": {"a": [(1, 2), {3: [4]}], (5, 6): ()},
    "an array": np.arange(6.0).reshape(2, 3).T,
    "0-d": np.array(3.0),
    "scalars": [np.float32(1.5), np.int8(3), np.bool_(True), np.float16(0.5)],
    "arrays in containers": [(np.zeros((0, 2)), {"k": np.ones(1, dtype=complex)})],
}


def shown(value):
    """A value with the types and dtypes of all its parts."""
    if isinstance(value, np.ndarray | np.generic):
        return type(value).__name__, value.dtype.str, value.shape, value.tolist()
    if isinstance(value, list | tuple):
        return type(value).__name__, [shown(item) for item in value]
    if isinstance(value, dict):
        return "dict", [(shown(k), shown(v)) for k, v in value.items()]
    return type(value).__name__, repr(value)


@pytest.mark.parametrize("what", VALUES)
def test_arguments_arrive_and_values_come_back_as_they_are(student, what):
    args, kwargs = student.same(VALUES[what], key=VALUES[what])
    assert shown(args) == shown((VALUES[what],))
    assert shown(kwargs) == shown({"key": VALUES[what]})


@pytest.mark.parametrize(
    "make",
    [lambda: np.zeros(3), lambda: [1, 2], lambda: {"a": 1}],
    ids=["an array", "a list", "a dict"],
)
def test_what_a_function_does_to_its_arguments_stays_there_and_is_told(student, make):
    mine = make()
    answer = student.spoil.ask(Call("spoil", (mine,)), watch=True)
    assert answer.changed
    assert shown(mine) == shown(make())
    assert not student.same.ask(Call("same", (mine,)), watch=True).changed


def test_one_input_mapped_twice_is_a_copy_each_time(student):
    x = [1]
    assert student.spoil.map([(x,), (x,)]) == [0, 0]
    assert x == [1]


def test_a_failure_has_its_text_and_is_of_every_class_it_derives_from(student):
    with pytest.raises(CallFailed) as error:
        student.fail("why")
    failure = error.value.failure
    assert failure.kind == "raised"
    assert failure.text == "'why'"
    assert failure.is_a(KeyError)
    assert failure.is_a(LookupError)
    assert not failure.is_a(ValueError)


def test_growth_of_a_call_that_fails_is_recorded_once_with_its_call(student):
    small, large = Call("fail", (1,)), Call("fail", (8,))
    with pytest.raises(CallFailed) as error:
        student.fail.growth(small, large)
    assert error.value.call == small
    (exchange,) = student.exchanges
    assert exchange.call == small
    assert not exchange.grows


def test_a_script_may_be_of_statements_alone_and_changes_no_name(student):
    assert student.evaluate("look = None") is None
    assert student.evaluate("box = make(x)\nlook(box)", x=4) == 4
    with pytest.raises(CallFailed) as error:
        student.evaluate("fail(x)", x=1)
    assert error.value.failure.is_a(KeyError)


def test_names_with_two_underscores_are_pythons_own(student):
    with pytest.raises(AttributeError):
        student.__array__  # noqa: B018 # looking it up is what is tested


def test_a_file_of_ours_is_loaded_as_a_module_that_knows_its_place(tmp_path):
    path = tmp_path / "numpy.py"
    path.write_text("def f():\n    return __name__, __file__\n")
    assert load_module(path).f() == ("numpy", str(path))
    assert np.__name__ == "numpy"


def test_an_object_handed_back_keeps_what_was_done_to_it(student):
    box = student.make(1)
    student.push(box, 5)
    assert student.look(box) == 6


def test_a_value_stays_what_it_was_when_it_was_given(student):
    first = student.fill(1.0)
    student.fill(2.0)
    assert first.tolist() == [1.0, 1.0]


def test_an_exchange_is_kept_as_it_was(student):
    x = np.zeros(2)
    y = student.same(x)[0][0]
    x[0], y[0] = 9.0, 7.0
    (exchange,) = student.exchanges
    assert exchange.call.args[0].tolist() == [0.0, 0.0]
    assert exchange.answer.value[0][0].tolist() == [0.0, 0.0]
