"""Every status is reached by the code that earns it, with words that say what to look for."""

from __future__ import annotations

import pytest

GOOD = "def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n"
DOT = """
def dot_vec(u, v):
    if len(u) != len(v):
        raise ValueError
    return float(sum(u.astype(float) * v.astype(float)))
"""


@pytest.fixture
def add_up(tiny, submit):
    """The checks of `add_up` of the tiny bank, by id."""

    def add_up(source, **kwargs):
        report = tiny.grade(submit(source, **kwargs), ["add_up"])
        return {check.id: check for check in report.problems[0].checks}

    return add_up


OUTCOMES = {
    "passed": "return start + sum(numbers)",
    "failed": "return start",
    "raised": "return numbers.no_such_thing",
    "timeout": "while True: pass",
    "memory": "return bytearray(10**11)",
    "crashed": "import os; os._exit(0)",
}


@pytest.mark.parametrize("status", OUTCOMES)
def test_each_status_is_reached(add_up, status):
    found = add_up(f"def add_up(numbers, start=0.0):\n    {OUTCOMES[status]}\n")
    assert found["long_list"].status == status
    assert (found["long_list"].points > 0) == (status == "passed")


WORDS = {
    "raised": "Your code raised AttributeError",
    "timeout": "did not finish",
    "memory": "ran out of memory",
    "crashed": "ended the Python process",
}


@pytest.mark.parametrize("status", WORDS)
def test_each_failed_call_is_told_in_words_of_its_own(add_up, status):
    found = add_up(f"def add_up(numbers, start=0.0):\n    {OUTCOMES[status]}\n")
    assert WORDS[status] in found["examples"].message


def test_an_exception_is_told_with_the_students_own_line(add_up):
    found = add_up("def add_up(numbers, start=0.0):\n    return 1 / 0\n")
    assert "ZeroDivisionError" in found["long_list"].message
    assert "line 2: `return 1 / 0`" in found["long_list"].message


def test_a_call_that_fails_at_no_line_of_the_student_is_told_to_be_one(add_up):
    found = add_up("def add_up(numbers, n):\n    return sum(numbers)\n")
    message = found["long_list"].message
    assert message.startswith("A call of your code raised TypeError, at no line of yours")
    public = found["examples"].message
    assert "missing 1 required positional argument: 'n', at no line of yours" in public


def test_who_asks_in_a_function_is_told_that_nobody_answers(add_up):
    found = add_up("def add_up(numbers, start=0.0):\n    return float(input())\n")
    assert "EOFError at line 2: `return float(input())`. It asks" in found["long_list"].message
    assert "nobody answers `input()` here" in found["long_list"].message


@pytest.mark.parametrize(
    "source",
    [
        "",
        "def add_up(numbers, start=0.0):\n    raise NotImplementedError\n",
        'def add_up(numbers, start=0.0):\n    """Mine."""\n    raise NotImplementedError\n',
        "def add_up(a, b):\n    # later\n    raise NotImplementedError\n",
        "add_up = 3\n",
        "add_up = None\n",
        "def add_up(numbers): return 1\ndel add_up\n",
        "if False:\n    def add_up(numbers): return 1\n",
    ],
)
def test_what_is_not_there_is_missing(add_up, source):
    found = add_up(source)
    assert {check.status for check in found.values()} == {"missing"}
    assert all("add_up" in check.message for check in found.values())


@pytest.mark.parametrize("name", ["addup", "add_Up", "add_upp", "ad_up"])
def test_a_misspelt_name_is_suggested_with_its_line(add_up, name):
    found = add_up(f"# first\ndef {name}(numbers, start=0.0):\n    return 0\n")
    assert f"did you mean `{name}` (line 2)?" in found["examples"].message


def test_a_name_that_is_quite_another_is_not_suggested(add_up):
    assert "did you mean" not in add_up("def total(x):\n    return 0\n")["examples"].message


ODD_DEFINITIONS = {
    "too few arguments": "def add_up(): return 0",
    "too many arguments": "def add_up(a, b, c, d): return 0",
    "keyword arguments only": "def add_up(*, numbers, start): return 0",
    "a coroutine": "async def add_up(numbers, start=0.0): return sum(numbers)",
    "a generator": "def add_up(numbers, start=0.0): yield sum(numbers)",
    "an async generator": "async def add_up(numbers, start=0.0): yield 1",
    "a class": "class add_up:\n    def __init__(self, numbers, start=0.0): self.x = 1",
    "a class that cannot be made": "class add_up:\n    pass",
    "an exception class": "class add_up(ValueError):\n    pass",
    "a type": "add_up = dict",
    "a module's function": "from math import sqrt as add_up",
}


@pytest.mark.parametrize("what", ODD_DEFINITIONS)
def test_another_thing_than_a_function_fails_and_breaks_nothing(add_up, what):
    found = add_up(ODD_DEFINITIONS[what] + "\n")
    assert {check.status for check in found.values()} <= {"failed", "raised"}
    assert sum(check.points for check in found.values()) == 0


def test_wrong_arguments_are_told_as_python_tells_them(add_up):
    message = add_up("def add_up(): return 0\n")["examples"].message
    assert "TypeError" in message
    assert "takes 0 positional arguments" in message


FORBIDDEN = {
    "by its module": "import numpy as np\ndef dot_loop(u, v): return np.dot(u, v)",
    "by another name": "import numpy as q\ndef dot_loop(u, v): return q.dot(u, v)",
    "imported": "from numpy import dot\ndef dot_loop(u, v): return dot(u, v)",
    "imported as": "from numpy import dot as d\ndef dot_loop(u, v): return d(u, v)",
    "imported inside": "def dot_loop(u, v):\n    from numpy import dot\n    return dot(u, v)",
    "bound to a name": "import numpy as np\nd = np.dot\ndef dot_loop(u, v): return d(u, v)",
    "in a helper": "import numpy as np\ndef h(u, v): return np.dot(u, v)\n"
    "def dot_loop(u, v): return h(u, v)",
    "in a decorator": "import numpy as np\ndef h(f): return np.dot\n"
    "@h\ndef dot_loop(u, v): return 0",
    "as the function itself": "import numpy as np\ndot_loop = np.dot",
    "in a lambda": "import numpy as np\ndot_loop = lambda u, v: np.dot(u, v)",
    "in a class": "import numpy as np\nclass C:\n"
    "    def __call__(self, u, v): return np.dot(u, v)\n"
    "dot_loop = C()",
    "in a default": "import numpy as np\ndef dot_loop(u, v, f=np.dot): return f(u, v)",
    "not called": "import numpy as np\ndef dot_loop(u, v): return [np.dot][0](u, v)",
    "by the other function": "import numpy as np\ndef dot_vec(u, v): return np.dot(u, v)\n"
    "def dot_loop(u, v): return dot_vec(u, v)",
    "by a star": "from numpy import *\ndef dot_loop(u, v): return dot(u, v)",
    "in another file": "from other import h\ndef dot_loop(u, v): return h(u, v)",
    "as a method": "def dot_loop(u, v): return u.dot(v)",
    "of what came back": "def dot_loop(u, v): return abs(u).dot(v)",
    "as an operator": "def dot_loop(u, v): return u @ v",
    "as an operator in place": "def dot_loop(u, v):\n    u @= v\n    return u",
    "as an operator's function": "import numpy as np\ndef dot_loop(u, v): return np.matmul(u, v)",
    "as an operator of operator": "import operator\n"
    "def dot_loop(u, v): return operator.matmul(u, v)",
    "by getattr": "import numpy as np\ndef dot_loop(u, v): return getattr(np, 'dot')(u, v)",
    "through two files": "import other\ndef dot_loop(u, v): return other.h(u, v)",
}


@pytest.mark.parametrize("what", FORBIDDEN)
def test_a_forbidden_name_is_found_however_it_is_reached(grade, what):
    other = "import numpy as np\ndef h(u, v):\n    return np.dot(u, v)\n"
    source = FORBIDDEN[what] + "\n"
    report = grade({"work.py": source, "other.py": other}, "dot_by_hand", explain=False)
    found = {check.id: check for check in report.problems[0].checks}
    assert found["loop_values"].status == "forbidden"
    assert ("`@`" if "operator" in what else "dot`") in found["loop_values"].message


def test_a_name_that_only_looks_forbidden_is_allowed(grade):
    source = """
    def dot(u, v):
        if len(u) != len(v):
            raise ValueError
        np_dot = 0.0
        for a, b in zip(u, v):
            np_dot += float(a) * float(b)
        return np_dot
    def dot_loop(u, v):
        return dot(u, v)
    """
    report = grade(source, "dot_by_hand", explain=False)
    found = {check.id: check.status for check in report.problems[0].checks}
    assert found["loop_values"] == found["loop_refuses"] == "passed"
    assert found["vec_values"] == "missing"


def test_hanging_calls_cost_the_problems_budget_and_no_other_problem(tiny, submit):
    source = (
        "def add_up(numbers, start=0.0):\n    while True: pass\n"
        "def mean_of(numbers):\n    if not len(numbers): raise ValueError\n"
        "    return sum(numbers) / len(numbers)\n"
    )
    report = tiny.grade(submit(source), ["add_up", "mean_of"], "week1")
    slow, fast = report.problems
    assert {check.status for check in slow.checks} == {"timeout"}
    assert any("used up" in check.message for check in slow.checks)
    assert fast.score == fast.max_score
