"""Code that is unusual, not hostile: what it costs, and what is said of it."""

from __future__ import annotations

import pytest

from grader.model import Limits
from grader.sandbox.answers import Value
from grader.sandbox.reading import definitions, read, untouched
from grader.sandbox.uses import used
from grader.sandbox.wire import Handle

GOOD = "def good(x):\n    return x + 1\n"
PATIENT = Limits(call_seconds=3.0, problem_seconds=6.0, memory="1 GiB")

POSERS = {
    "a mock of a dict": "from unittest.mock import Mock\ndef f():\n    return Mock(spec=dict)\n",
    "a weak reference's proxy": "import weakref\nclass Mine(list): pass\nkept = Mine()\n"
    "def f():\n    return weakref.proxy(kept)\n",
    "a class that lies": "class Mine:\n    __class__ = dict\ndef f():\n    return Mine()\n",
}


@pytest.mark.parametrize("what", POSERS)
def test_an_object_that_poses_as_a_container_stays_in_the_child_as_a_handle(cell, call, what):
    answer = call(cell(POSERS[what]), "f")
    assert isinstance(answer, Value), answer
    assert isinstance(answer.value, Handle)


def test_a_list_of_many_numpy_numbers_arrives(cell, call):
    one = cell("import numpy as np\ndef f(n):\n    return list(np.zeros(n))\n", limits=PATIENT)
    answer = call(one, "f", 100_000)
    assert isinstance(answer, Value), answer
    assert len(answer.value) == 100_000


CHAIN = "if x == -1: pass\n" + "".join(f"elif x == {n}: y = {n}\n" for n in range(1200))
SUM = "def long(x):\n    return " + "+".join(["x"] * 1200) + "\n"


def test_a_chain_too_long_for_the_parser_costs_its_statement_only(cell, call):
    # 3000 terms are beyond Python's own parser.
    one = cell("def long(x):\n    return " + "+".join(["x"] * 3000) + "\n" + GOOD)
    assert call(one, "good", 1) == Value(2)
    assert call(one, "long", 1).kind == "missing"


@pytest.mark.parametrize("source", [CHAIN, SUM], ids=["elif", "a sum"])
def test_a_chain_just_short_enough_for_the_parser_costs_its_statement_only(cell, call, source):
    one = cell("x = 0\n" + source + GOOD, starters=definitions("def long(x):\n    pass\n"))
    assert call(one, "good", 1) == Value(2)


ELLIPSIS = "def f(x):\n    ...\n"
DOCUMENTED = 'def f(x):\n    """What to do."""\n    ...\n'


def test_a_stub_of_dots_is_untouched_as_it_stands():
    for stub in (ELLIPSIS, DOCUMENTED):
        assert untouched(read([stub]), definitions(stub)) == ["f"]


@pytest.mark.parametrize(("stub", "mine"), [(ELLIPSIS, DOCUMENTED), (DOCUMENTED, ELLIPSIS)])
def test_a_docstring_put_into_a_stub_of_dots_or_taken_out_leaves_it_untouched(stub, mine):
    assert untouched(read([mine]), definitions(stub)) == ["f"]


FILES = {
    "deep": "import numpy\ndef g(u): return numpy.einsum('i,i', u, u)\n",
    "passes_on": "from deep import g as k\n",
    "passes_all_on": "from deep import *\n",
}


@pytest.mark.parametrize(
    "source",
    [
        "from passes_on import k\ndef f(u): return k(u)\n",
        "import passes_on\ndef f(u): return passes_on.k(u)\n",
        "from passes_all_on import g\ndef f(u): return g(u)\n",
        "from deep import g as f\n",
    ],
)
def test_what_a_file_passes_on_from_another_is_followed(source):
    modules = {name: read([text]) for name, text in FILES.items()}
    assert "numpy.einsum" in used(read([source]), ["f"], modules)["f"]
