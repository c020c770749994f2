"""One submission's code in a child: what it answers, what its faults cost, how it comes back."""

from __future__ import annotations

import math

import numpy as np
import pytest

from grader.errors import SandboxError
from grader.model import Limits
from grader.sandbox.answers import Failure, Value
from grader.sandbox.proxies import code
from grader.sandbox.wire import Handle

GOOD = "def good(x):\n    return x + 1\n"


def test_a_call_answers_with_its_value(cell, call):
    answer = call(cell(GOOD), "good", 2)
    assert answer == Value(3)
    assert call(cell(GOOD), "good", x=2) == Value(3)


def test_calls_of_one_round_trip_end_at_the_first_failure(cell):
    one = cell("def f(x):\n    return 1 / x\n")
    answers = one.run(0, "f", [((1,), {}), ((0,), {}), ((2,), {})])
    assert answers[0] == Value(1.0)
    assert isinstance(answers[1], Failure)
    assert answers[1].classes[:2] == ("ZeroDivisionError", "ArithmeticError")
    assert answers[1].place == (0, 0, 2)
    assert len(answers) == 2


def test_state_lives_from_call_to_call_and_ends_with_the_child(cell, call):
    source = "seen = []\ndef f(x):\n    seen.append(x)\n    return len(seen)\n"
    one = cell(source)
    assert [call(one, "f", 0).value for _ in range(3)] == [1, 2, 3]
    again = one.again()
    assert call(again, "f", 0).value == 1
    again.close()


def test_a_name_that_is_no_function_is_missing(cell, call):
    one = cell("f = 3\n")
    assert call(one, "f").kind == call(one, "g").kind == "missing"


def test_a_statement_that_raises_costs_only_itself(cell, call):
    one = cell("import nowhere\nx = 1 / 0\n" + GOOD)
    assert call(one, "good", 1) == Value(2)
    found = [(fault.failure.classes[0], fault.place) for fault in one.load_faults]
    assert found == [("ModuleNotFoundError", (0, 0, 1)), ("ZeroDivisionError", (0, 0, 2))]


ENDINGS = {
    "a loop": "while True: pass",
    "sleep": "import time; time.sleep(60)",
    "os._exit": "import os; os._exit(0)",
    "SIGKILL": "import os; os.kill(os.getpid(), 9)",
    "a segfault": "import ctypes; ctypes.string_at(0)",
    "abort": "import os; os.abort()",
    "the line closed": "import os; os.closerange(3, 64); good(0)",
    "the line written to": "import os\n"
    "for fd in range(3, 64):\n    try: os.write(fd, b'x' * 100)\n    except OSError: pass",
    "a recursion without end": "import sys; sys.setrecursionlimit(10**9)\n"
    "def deep(): return deep() + 1\ndeep()",
}


@pytest.mark.parametrize("what", ENDINGS)
def test_a_call_that_ends_the_child_fails_and_the_next_is_answered(cell, call, what):
    body = "\n".join("    " + line for line in ENDINGS[what].splitlines())
    one = cell(f"{GOOD}\ndef bad(x):\n{body}\n")
    answer = call(one, "bad", 1)
    assert isinstance(answer, Failure)
    assert answer.kind in ("timeout", "crashed", "raised", "memory")
    assert call(one, "good", 1) == Value(2)


@pytest.mark.parametrize("what", ["a loop", "os._exit", "a segfault", "SIGKILL"])
def test_a_statement_that_ends_the_child_is_left_out_and_noted(cell, call, what):
    one = cell(f"{GOOD}\n{ENDINGS[what]}\n\ndef late(x):\n    return x\n")
    assert call(one, "good", 1) == Value(2)
    assert call(one, "late", 5) == Value(5)
    (fault,) = one.load_faults
    assert fault.place[:2] == (0, 0)
    assert fault.failure.kind == ("timeout" if what == "a loop" else "crashed")


def test_the_same_files_again_do_not_wait_for_what_never_ends(cell, call):
    one = cell("import time\ntime.sleep(60)\n" + GOOD)
    assert call(one, "good", 1) == Value(2)
    again = one.again()
    assert again.run(0, "good", [((1,), {})], seconds=0.4) == [Value(2)]
    again.close()


def test_many_fatal_statements_are_given_up_in_bounded_time(cell, call):
    one = cell("import os\n" + "os._exit(0)\n" * 30 + GOOD)
    assert call(one, "good", 1).kind in ("timeout", "crashed")
    assert len(one.load_faults) <= 10


def test_exit_is_an_exception_like_any_other(cell, call):
    answer = call(cell("import sys\ndef f():\n    sys.exit(0)\n"), "f")
    assert answer.kind == "raised"
    assert answer.classes[0] == "SystemExit"


def test_eight_gigabytes_are_a_memory_error(cell, call):
    one = cell("import numpy as np\ndef f():\n    return np.ones(10**9)\n" + GOOD)
    assert call(one, "f").kind == "memory"
    assert call(one, "good", 1) == Value(2)


def test_printing_without_end_costs_nothing(cell, call):
    one = cell(
        "def f():\n    for _ in range(50):\n        print('x' * 10**6)\n    return 1\n",
        limits=Limits(call_seconds=5, problem_seconds=9, memory="1 GiB"),
    )
    assert call(one, "f") == Value(1)


def test_reading_from_the_keyboard_is_an_end_of_file(cell, call):
    assert call(cell("def f():\n    return input()\n"), "f").classes[0] == "EOFError"


RETURNED = {
    "(i for i in range(3))": "generator",
    "{1, 2}": "set",
    "type('Mine', (), {})()": "Mine",
    "np.array([object()])": "ndarray of O",
    "np.zeros(10**7)": "ndarray too large to be sent",
    "[np.zeros(6 * 10**6)] * 2": "list too large to be sent",
}


@pytest.mark.parametrize("source", RETURNED)
def test_what_is_not_plain_data_stays_in_the_child_as_a_handle(cell, call, source):
    one = cell(f"import numpy as np\ndef f():\n    return {source}\n")
    answer = call(one, "f")
    assert isinstance(answer.value, Handle)
    assert answer.value.type_name == RETURNED[source]


def test_a_handle_goes_back_to_the_object_it_stands_for(cell, call):
    one = cell(
        "class Box:\n    def __init__(self, x): self.x = x\n"
        "def make(x):\n    return Box(x)\ndef look(box):\n    return box.x\n"
    )
    box = call(one, "make", 7).value
    assert call(one, "look", box) == Value(7)
    assert call(one, "look", Handle(99, "Box")).classes[0] == "IndexError"


def test_a_function_travels_as_its_source(cell, call):
    one = cell("def twice(f, x):\n    return f(f(x))\n")
    assert call(one, "twice", code("lambda x: np.sqrt(x) + math.pi"), 0.0).value == pytest.approx(
        math.sqrt(math.pi) + math.pi
    )


def test_a_script_sees_the_names_of_the_file_and_changes_none(cell, call):
    one = cell("class Value:\n    def __init__(self, x): self.x = x\n" + GOOD)
    assert one.evaluate(0, "v = Value(y)\nv.x * 2", {"y": 4}) == Value(8)
    assert one.evaluate(0, "good = None", {}) == Value(None)
    assert call(one, "good", 1) == Value(2)
    assert one.evaluate(0, "1 / 0", {}).classes[0] == "ZeroDivisionError"


def test_a_changed_argument_is_told_if_asked_for(cell):
    one = cell("def f(x):\n    x[0] = 5\n    return 1\ndef g(x):\n    return x + 1\n")
    inputs = [((np.zeros(2),), {})]
    assert one.run(0, "f", inputs, watch=True) == [Value(1, changed=True)]
    assert one.run(0, "f", inputs) == [Value(1)]
    assert not one.run(0, "g", inputs, watch=True)[0].changed


def test_lines_are_counted_if_asked_for_and_printing_is_free(cell):
    one = cell(
        "def loop(x):\n    for i in x:\n        i + 1\n    return 1\n"
        "def show(x):\n    print(x)\n    return 1\n"
    )

    def lines(name, n):
        return one.run(0, name, [((np.zeros(n),), {})], count=True)[0].lines

    assert lines("loop", 80) > 5 * lines("loop", 8)
    assert lines("show", 80) == lines("show", 8)


def test_files_import_one_another_and_never_shadow_a_library(cell, call):
    one = cell(
        {
            "a.py": "from b import half\nimport numpy, random\ndef f(x):\n"
            "    return half(x) + numpy.abs(-1) + random.choice([0])\n",
            "b.py": "def half(x):\n    return x / 2\n",
            "numpy.py": "abs = None\n",
            "random.py": "choice = None\n",
        }
    )
    assert call(one, "f", 4).value == 3


def test_the_cells_of_a_notebook_share_their_names_and_know_its_magic(cell, call):
    one = cell({"work.ipynb": ["x = 3\n", "display(x); get_ipython().magic('x')\n", GOOD]})
    assert call(one, "good", 1) == Value(2)
    assert one.load_faults == ()
    assert one.read()[0].bound["good"] == (0, 2, 1)


def test_a_file_that_is_run_as_a_script_is_not_main(cell, call):
    one = cell("ran = __name__ == '__main__'\ndef f():\n    return ran\n")
    assert call(one, "f") == Value(False)


def test_a_request_that_cannot_be_sent_is_our_fault(cell, call):
    with pytest.raises(SandboxError, match="cannot be sent"):
        call(cell(GOOD), "good", object())


def test_a_budget_below_the_limit_of_a_call_is_told_without_a_measured_time(cell):
    one = cell("def f():\n    while True: pass\n")
    (answer,) = one.run(0, "f", [((), {})], seconds=0.1)
    assert answer == Failure("timeout", "no answer within the time that was left for this problem")
