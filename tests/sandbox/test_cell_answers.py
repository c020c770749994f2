"""Calls that end badly or are answered with a forgery: a failure each, and the next is answered."""

from __future__ import annotations

import numpy as np
import pytest

from grader.model import Limits
from grader.sandbox.answers import Failure, Value
from grader.sandbox.wire import Handle

# A submission that knows the code it runs in: it writes an answer of its own and ends.
FORGER = """
import os, sys, msgspec
import numpy as np
from grader.sandbox import wire

def asked():
    frame = sys._getframe()
    while not {"number", "operation", "self"} <= set(frame.f_locals):
        frame = frame.f_back
    return frame.f_locals

def write(data):
    asked()["self"]._line.send(data)
    os._exit(0)

def forge(*answers):
    write(wire.Encoder().frame(asked()["number"], list(answers)))

def forge_tree(tree, sizes=()):
    header = msgspec.msgpack.encode([[asked()["number"], tree], list(sizes)])
    write(wire.FRAME.pack(len(header), 0) + header)

def good(x):
    return x + 1

def bad():
    %s
"""


@pytest.fixture
def forged(cell):
    """The answers to one call that is answered by `body`; honest calls are answered after it."""

    def forged(body):
        one = cell(FORGER % body)
        answers = one.run(0, "bad", [((), {})])
        # A forger whose answer is well-formed has left by the next call, and that is told there.
        after = [one.run(0, "good", [((1,), {})])[0] for _ in range(2)]
        assert after[1] == Value(2)
        assert after[0] == Value(2) or isinstance(answers[0], Value) or answers[0].kind == "raised"
        return answers

    return forged


def test_a_forged_value_arrives_as_a_value(forged):
    assert forged("forge(['value', 7, False, 0, False, []])") == [Value(7)]


FORGERIES = {
    "no answer in the list": "forge()",
    "a verdict": "forge('passed')",
    "a tag that is not known": "forge(['passed', 1])",
    "a value without its claims": "forge(['value', 1])",
    "claims of other types": "forge(['value', 1, 'no', 0, False, []])",
    "a count that is no number": "forge(['value', 1, False, 0.5, False, []])",
    "a count beyond all counting": "forge(['value', 1, False, 10**3000, False, []])",
    "a count below zero": "forge(['value', 1, False, -1, False, []])",
    "more values than calls": "forge(*[['value', 1, False, 0, False, []]] * 2)",
    "another number": "write(wire.Encoder().frame(5, [['value', 1, False, 0, False, []]]))",
    "the number as a float": "write(wire.Encoder().frame(float(asked()['number']), []))",
    "a frame of three parts": "write(wire.Encoder().frame(asked()['number'], [], 3))",
    "half a frame": "write(wire.Encoder().frame(asked()['number'], [['missing']])[:-3])",
    "no frame": "write(b'PASSED' * 100)",
    "a length of four gigabytes": "write(wire.FRAME.pack(9, 2**32) + b'x' * 9)",
    "a shape that lies": "forge_tree(['l', ['l', 'value', ['a', '<f8', [9], 0], False, 0, "
    "False, []]], [0])",
}


@pytest.mark.parametrize("what", FORGERIES)
def test_a_malformed_answer_is_one_failure_and_the_next_call_is_answered(forged, what):
    (answer,) = forged(FORGERIES[what])
    assert isinstance(answer, Failure)
    assert answer.kind == "crashed"


ESCAPES = {
    "an array for a tag": "forge([np.zeros(2), 1, False, 0, False, []])",
    "an array for an answer": "forge(np.zeros(2))",
    "an array for all answers": "write(wire.Encoder().frame(asked()['number'], np.zeros(2)))",
    "an array for the number": "write(wire.Encoder().frame(np.zeros(2), []))",
    "an empty array of absurd shape": "forge_tree(['l', ['l', 'value', "
    "['a', '<f8', [2**40, 2**40, 0], 0], False, 0, False, ['l']]], [0])",
}


@pytest.mark.parametrize("what", ESCAPES)
def test_an_answer_that_upsets_numpy_is_one_failure_too(forged, what):
    (answer,) = forged(ESCAPES[what])
    assert answer.kind == "crashed"


@pytest.mark.parametrize("count", [1, 3])
def test_a_wrong_number_of_answers_is_one_failure_and_none_is_moved(cell, count):
    forgery = f"forge(*[['value', n, False, 0, False, []] for n in range({count})])"
    (answer,) = cell(FORGER % forgery).run(0, "bad", [((), {})] * 2)
    assert answer.kind == "crashed"


def test_there_are_never_more_answers_than_calls(forged):
    answers = forged("forge(['value', 1, False, 0, False, []], ['raised', ['ValueError'], '', []])")
    assert len(answers) == 1


@pytest.mark.parametrize(
    "classes", ["'x'", "[1, None]", "['Passed', 'print', '__import__']", "['x' * 10**5]"]
)
def test_forged_exception_classes_are_only_ever_built_in_ones(forged, classes):
    (answer,) = forged(f"forge(['raised', {classes}, 3, ['a']])")
    assert answer == Failure("raised", "", ("Exception",), "", None)


def test_an_exception_is_told_by_its_built_in_classes_its_text_and_its_line(cell, call):
    source = """\
        class Mine(LookupError):
            pass

        def inner():
            raise Mine("why")

        def f():
            return sorted([1], key=lambda _: inner())
        """
    answer = call(cell(source), "f")
    assert answer.classes == ("LookupError", "Exception", "BaseException")
    assert (answer.text, answer.place) == ("why", (0, 0, 5))
    assert answer.is_a(Exception)
    assert not answer.is_a(ValueError)


def test_a_long_text_of_an_exception_is_cut(cell, call):
    answer = call(cell("def f():\n    raise ValueError('x' * 10**7)\n"), "f")
    assert answer.text == "x" * 500


def test_recursion_without_end_is_an_exception_and_keeps_the_child(cell, call):
    one = cell("seen = []\ndef f(n):\n    seen.append(n)\n    return f(n + 1)\ndef g(): return 1\n")
    assert call(one, "f", 0).classes[0] == "RecursionError"
    assert call(one, "g") == Value(1)


CLAIMS = """
def once(x):
    x.append(1)
    return 0
def nested(x):
    x['a'][0][0] = 9.0
    return 0
def undone(x):
    x[0] += 1
    x[0] -= 1
    return 0
def keyword(x=None):
    x.clear()
    return 0
"""


@pytest.mark.parametrize(
    ("name", "args", "kwargs", "changed"),
    [
        ("once", ([],), {}, True),
        ("nested", ({"a": (np.zeros(2),)},), {}, True),
        ("undone", (np.zeros(2),), {}, False),
        ("keyword", (), {"x": {1: 2}}, True),
    ],
)
def test_a_change_is_seen_wherever_in_the_arguments_it_is(cell, name, args, kwargs, changed):
    (answer,) = cell(CLAIMS).run(0, name, [(args, kwargs)], watch=True)
    assert answer.changed is changed


def test_handles_travel_inside_containers_and_are_of_one_child_only(cell, call):
    one = cell(
        "def make(x): return {x}, [{x + 1}], {'k': {x + 2}}\n"
        "def total(parts): return sum(sum(p) for p in parts)\n"
    )
    first, (second,), third = call(one, "make", 1).value
    assert {h.type_name for h in (first, second, third["k"])} == {"set"}
    assert call(one, "total", [first, second, third["k"]]) == Value(6)
    one.close()
    assert call(one, "total", [first]).classes[0] == "IndexError"


def test_a_generator_goes_on_where_the_last_call_left_it(cell, call):
    one = cell("def make(): return (i for i in range(9))\ndef step(g): return next(g)\n")
    generator = call(one, "make").value
    assert isinstance(generator, Handle)
    assert [call(one, "step", generator).value for _ in range(3)] == [0, 1, 2]


def test_a_callback_may_raise_and_code_that_is_wrong_fails_the_call_alone(cell, call):
    from grader.sandbox.proxies import code

    one = cell("def apply(f, x):\n    return f(x)\n")
    assert call(one, "apply", code("lambda x: 1 / x"), 0).classes[0] == "ZeroDivisionError"
    assert call(one, "apply", code("undefined"), 0).classes[0] == "NameError"
    assert call(one, "apply", [code("abs")][0], -2) == Value(2)


def test_a_value_that_cannot_be_told_apart_by_equality_arrives_as_what_it_is(cell, call):
    source = """\
        class Always(float):
            __eq__ = lambda self, other: True
            __hash__ = None
        def f():
            return Always(3)
        """
    answer = call(cell(source), "f")
    assert isinstance(answer.value, Handle)
    assert answer.value.type_name == "Always"


def test_a_small_value_beside_one_too_large_still_arrives(cell):
    one = cell("import numpy as np\ndef f(n): return np.zeros(n) if n > 5 else n\n")
    small, large = one.run(0, "f", [((1,), {}), ((10**7,), {})])
    assert large.value.type_name == "ndarray too large to be sent"
    assert small == Value(1)


def test_files_that_intake_lets_through_can_be_read(cell, call):
    padding = "# " + "x" * 900_000 + "\n"
    files = {"work.py": "def f():\n    return 1\n"}
    one = cell(files | {f"notes{n}.py": padding for n in range(6)})
    assert call(one, "f") == Value(1)


PATIENT = Limits(call_seconds=10.0, problem_seconds=20.0, memory="1 GiB")


def test_many_small_files_can_be_read_too(cell, call):
    files = {f"notes{n}.py": "# " + "x" * 4000 + "\n" for n in range(1200)}
    one = cell({"work.py": "def f():\n    return 1\n"} | files, limits=PATIENT)
    assert call(one, "f") == Value(1)


def test_files_that_cannot_be_sent_are_too_large_and_that_is_said(cell, call):
    answer = call(cell({f"n{n}.py": "#" + "ü" * 2**20 for n in range(33)}), "f")
    assert (answer.kind, answer.words) == (
        "crashed",
        "is too large or too deeply nested to be read",
    )


FAULTS = """
import sys
frame = sys._getframe()
while "number" not in frame.f_locals or "operation" not in frame.f_locals:
    frame = frame.f_back
fault = [0, 0, 2, ["ValueError"], ""]
said = %s
from grader.sandbox import wire
frame.f_locals["self"]._line.send(wire.Encoder().frame(frame.f_locals["number"], said))
"""


@pytest.mark.parametrize(
    "said",
    [
        "[fault] * 2_000",
        "[7]",
        "[fault + [1]]",
        "[[9] + fault[1:]]",
        "[[0, 0, 10**9] + fault[3:]]",
    ],
)
def test_forged_faults_of_loading_are_the_end_of_their_statement(cell, call, said):
    one = cell("def g():\n    return 2\n" + FAULTS % said)
    assert call(one, "g") == Value(2)
    assert [fault.failure.kind for fault in one.load_faults] == ["crashed"]
