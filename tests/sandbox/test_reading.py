"""What a file says before any of it has run."""

from __future__ import annotations

import textwrap

import pytest

from grader.sandbox.reading import definitions, read, untouched
from grader.sandbox.uses import used


def reading(*chunks):
    return read([textwrap.dedent(chunk) for chunk in chunks])


def faults(*chunks):
    return [(chunk, line) for chunk, line, _ in reading(*chunks).faults]


def test_statements_are_told_with_their_chunk_and_line():
    found = reading("import math\n\n\ndef f():\n    pass\n", "x = 1; y = 2\n")
    assert [(s.chunk, s.line) for s in found.statements] == [(0, 1), (0, 4), (1, 1), (1, 1)]


BROKEN = {
    "an open bracket": "x = (1\n",
    "a tab among spaces": "if True:\n        x = 1\n\ty = 2\n",
    "Python 2": "print 'hello'\n",
    "a sentence": "TODO: ask about this\n",
    "a lone quote": "x = 'abc\n",
    "two statements on a line": "x = 1 y = 2\n",
    "a shell line": "$ pip install numpy\n",
}


@pytest.mark.parametrize("what", BROKEN)
def test_a_broken_statement_costs_itself_and_one_note(what):
    found = reading("def before(): pass\n" + BROKEN[what] + "\ndef after(): pass\n")
    assert {"before", "after"} <= set(found.bound)
    assert len(found.faults) == 1
    (chunk, line, words), *_ = found.faults
    assert chunk == 0
    assert 2 <= line <= 4
    assert words.startswith("syntax error: ")


def test_a_function_broken_inside_is_left_out_whole():
    found = reading("def f():\n    x = (1\n    return x\n\ndef g():\n    return 2\n")
    assert set(found.bound) == {"g"}
    assert faults("def f():\n    x = (1\n    return x\n\ndef g():\n    return 2\n") == [(0, 2)]


def test_a_chunk_that_is_broken_costs_no_other():
    found = reading("x = 1\n", "y = (\n", "z = 3\n")
    assert {"x", "z"} <= set(found.bound)
    assert [chunk for chunk, _, _ in found.faults] == [1]


@pytest.mark.parametrize("text", ["", "\n\n", "# only a comment\n", "   \n", "\f\n"])
def test_nothing_is_no_fault(text):
    assert reading(text).faults == reading(text).statements == []


def test_too_deep_a_text_is_a_fault_and_not_the_end():
    found = read(["x = " + "(" * 5000 + ")" * 5000 + "\ny = 1\n"])
    assert found.faults


BINDINGS = {
    "def f(): pass": {"f"},
    "async def f(): pass": {"f"},
    "class C:\n    def inner(self): pass": {"C"},
    "f = lambda: 0": {"f"},
    "f: int = 3": {"f"},
    "a, (b, *c) = 1, (2, 3)": {"a", "b", "c"},
    "import numpy as np, os.path": {"np", "os"},
    "from math import sin as s, cos": {"s", "cos"},
    "for i in []: j = i": {"i", "j"},
    "with open('x') as f: pass": {"f"},
    "if True:\n    f = 1\nelse:\n    g = 1": {"f", "g"},
    "try:\n    f = 1\nexcept Exception:\n    g = 1\nfinally:\n    h = 1": {"f", "g", "h"},
    "while False:\n    f = 1": {"f"},
    "@d\ndef f(): pass": {"f"},
    "größe = 1": {"größe"},
}


@pytest.mark.parametrize("source", BINDINGS)
def test_names_are_bound_by_every_kind_of_statement(source):
    assert set(reading(source + "\n").bound) == BINDINGS[source]


def test_the_last_definition_of_a_name_is_the_one_that_counts():
    assert reading("def f(): pass\n\n\ndef f(): return 1\n").bound["f"].line == 4


STARTER = 'def f(x):\n    """What to do."""\n    raise NotImplementedError\n'


@pytest.mark.parametrize(
    ("source", "is_untouched"),
    [
        (STARTER, True),
        ("def f(x):\n    # later\n    raise NotImplementedError\n", True),
        ('def f(x):\n    """Mine."""\n    raise NotImplementedError\n', True),
        ("def f(x, y):\n    raise NotImplementedError\n", True),
        ("def f(x):\n    return x\n", False),
        ("def f(x):\n    raise ValueError\n", False),
        ("def f(x):\n    x = 1\n    raise NotImplementedError\n", False),
        ("f = lambda x: x\n", False),
        ("def g(x):\n    raise NotImplementedError\n", False),
    ],
)
def test_a_stub_is_untouched_if_it_still_does_what_the_starter_does(source, is_untouched):
    assert untouched(reading(source), definitions(STARTER)) == (["f"] if is_untouched else [])


USES = {
    "import numpy as np\ndef f(u): return np.dot(u, u)": "numpy.dot",
    "import numpy as q\ndef f(u): return q.linalg.norm(u)": "numpy.linalg.norm",
    "from numpy import dot as d\ndef f(u): return d(u, u)": "numpy.dot",
    "from numpy import *\ndef f(u): return dot(u, u)": "numpy.dot",
    "def f(u):\n    import numpy\n    return numpy.dot(u, u)": "numpy.dot",
    "import numpy as np\ng = np.dot\ndef f(u): return g(u, u)": "numpy.dot",
    "import numpy as np\ndef g(u):\n    def h(): return np.dot(u, u)\n    return h()\n"
    "def f(u): return g(u)": "numpy.dot",
    "import numpy as np\ndef f(u, g=np.dot): return g(u, u)": "numpy.dot",
    "def f(u): return u @ u": "@",
    "def f(u):\n    u @= u\n    return u": "@",
    "def f(u): return u.dot(u)": ".dot",
    "def f(u): return abs(u).T.dot(u)": ".dot",
    "import numpy as np\ndef f(u): return np.ndarray.dot(u, u)": ".dot",
    "from numpy import ndarray as A\ndef f(u): return A.dot(u, u)": ".dot",
    "def f(u): return getattr(u, 'dot')(u)": ".dot",
    "def f(u): return getattr(u, 'T', u.dot(u))": ".dot",
    "import numpy as np\ndef f(u): return getattr(np, 'dot')(u, u)": "numpy.dot",
    "import numpy as np\ndef f(u): return getattr(np.linalg, 'norm')(u)": "numpy.linalg.norm",
    "def f(u): return getattr(u, 'T')": "getattr",
    "def f(u): return sum(u)": "sum",
    "import other\ndef f(u): return other.g(u)": "numpy.einsum",
    "from other import g\ndef f(u): return g(u)": "numpy.einsum",
    "from other import *\ndef f(u): return g(u)": "numpy.einsum",
}
OTHER = "import numpy\ndef g(u): return numpy.einsum('i,i', u, u)\n"


@pytest.mark.parametrize("source", USES)
def test_what_a_function_uses_is_found_however_it_is_reached(source):
    assert USES[source] in used(reading(source), ["f"], {"other": reading(OTHER)})["f"]


@pytest.mark.parametrize(
    "source",
    [
        "import numpy as np\ndef g(u): return np.dot(u, u)\ndef f(u): return u",
        "# np.dot\ndef f(u):\n    'np.dot'\n    return u",
        "import numpy as np\ndef f(u): return np.add(u, u)",
    ],
)
def test_what_stands_elsewhere_is_not_used(source):
    assert "numpy.dot" not in used(reading(source), ["f"], {})["f"]


def test_functions_that_call_each_other_are_followed_once():
    source = "def f(n): return g(n)\ndef g(n): return f(n)\n"
    assert set(used(reading(source), ["f"], {})["f"]) >= {"f", "g"}


def test_the_body_of_a_function_without_its_colon_is_one_fault_and_none_of_it_runs():
    text = "def f(x)\n    y = x\n    return y\n\ndef g(x):\n    return x\n"
    found = read([text])
    assert [fault[:2] for fault in found.faults] == [[0, 1]]
    assert list(found.bound) == ["g"]


def test_methods_of_a_broken_class_are_no_functions_of_the_file():
    text = "class A\n    def softmax(self):\n        return 1\n\nz = 1\n"
    assert list(read([text]).bound) == ["z"]


def test_a_file_that_is_indented_as_a_whole_is_read():
    assert list(read(["    x = 1\n    def f():\n        return 2\n"]).bound) == ["x", "f"]
