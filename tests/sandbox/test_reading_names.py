"""Which names a file binds and what they use, and the line of what is broken, in odd files too."""

from __future__ import annotations

import pytest

from grader.sandbox.reading import definitions, read, untouched
from grader.sandbox.uses import used

FAULTS = {
    "an open bracket over two lines": ("x = (1 +\n  2\ny = 3\n\ndef after(): pass\n", 1),
    "tabs among spaces": ("def f():\n\treturn 1\n        x = 2\ndef after(): pass\n", 3),
    "no indentation": ("def f():\nreturn 1\n\ndef after(): pass\n", 1),
    "an indentation from nowhere": ("x = 1\n  y = 2\ndef after(): pass\n", 2),
    "a bracket inside a class": (
        "class A:\n    def f(self):\n        return (\n    def h(self): pass\n\n"
        "def after(): pass\n",
        3,
    ),
    "below a continued line": ("x = 1 + \\\n  2\nz = )\ndef after(): pass\n", 3),
    "below a form feed": ("x = 1\n\f\nz = )\ndef after(): pass\n", 3),
    "a decorated function": ("@dec\ndef f(:\n    pass\ndef after(): pass\n", 2),
    "a colon left out": ("def f(x):\n    if x\n        return 1\ndef after(): pass\n", 2),
    "an operator without its right side": (
        "def f(x):\n    y = x +\n    return y\n\ndef after(): pass\n",
        2,
    ),
    "lines that end as on Windows": ("x = 1\r\ny = )\r\ndef after(): pass\r\n", 2),
    "below a text of many lines": ('s = """\n\n\n"""\nz = )\ndef after(): pass\n', 5),
}


@pytest.mark.parametrize("what", FAULTS)
def test_a_fault_has_its_line_and_the_rest_is_still_found(what):
    source, line = FAULTS[what]
    found = read([source])
    assert [(chunk, at) for chunk, at, _ in found.faults] == [(0, line)]
    assert "after" in found.bound


def test_the_lines_of_statements_below_a_fault_are_those_of_the_file():
    found = read(["x = )\n\n\ndef f():\n    pass\n\n@d\ndef g(): pass\n"])
    assert found.bound["f"].line == 4
    assert found.bound["f"].node.body[0].lineno == 5
    assert found.bound["g"].node.lineno == 8


def test_every_chunk_counts_its_lines_from_one_and_keeps_its_faults():
    found = read(["a = 1\n", "b = )\n", "\n\nc = 3\n", "\n\nd = ]\n"])
    assert {name: (s.chunk, s.line) for name, s in found.bound.items()} == {
        "a": (0, 1),
        "c": (2, 3),
    }
    assert [(chunk, line) for chunk, line, _ in found.faults] == [(1, 1), (3, 3)]


BOUND = {
    "a, [b, *c] = d = 0, [1]": {"a", "b", "c", "d"},
    "a.x = b[0] = c = 1": {"c"},
    "for a, (b, c) in []: pass": {"a", "b", "c"},
    "for _ in []: pass\nelse:\n    a = 1": {"_", "a"},
    "with x as a, y as (b, c): pass": {"a", "b", "c"},
    "try: pass\nexcept* ValueError: a = 1": {"a"},
    "try:\n    import numpy as np\nexcept ImportError:\n    np = None": {"np"},
    "if x:\n    if y:\n        def f(): pass": {"f"},
    "import a.b.c": {"a"},
    "import a.b.c as d": {"d"},
    "def f():\n    inner = 1\n    def nested(): pass": {"f"},
    "class C:\n    x = 1\n    def f(self): pass": {"C"},
    "async def f():\n    await g()": {"f"},
    "from __future__ import annotations\nf = 1": {"annotations", "f"},
    "x = 1 + \\\n    2": {"x"},
    "x = 1; y = 2": {"x", "y"},
    "def f(): pass\n\f\ndef g(): pass": {"f", "g"},
    "\N{LATIN SMALL LIGATURE FI} = 1": {"fi"},
    "def \N{MATHEMATICAL BOLD SMALL G}(): pass": {"g"},
    "f()": set(),
    "global f": set(),
}


@pytest.mark.parametrize("source", BOUND)
def test_a_file_binds_what_python_would_bind(source):
    assert set(read([source + "\n"]).bound) == BOUND[source]


@pytest.mark.parametrize(
    ("source", "names"),
    [
        pytest.param("(f := 5)\n", {"f"}),
        pytest.param("if (f := 5) > 1: pass\n", {"f"}),
        pytest.param("match 1:\n    case f: pass\n", {"f"}),
        pytest.param(
            "match 1:\n    case 1:\n        def f(): pass\n",
            {"f"},
        ),
        pytest.param("y = [i for i in []]\n", {"y"}),
        pytest.param("f = 1\ndel f\n", set()),
        pytest.param("f = g = h = 1\ndel f, (g, [h])\n", set()),
        pytest.param("f = {}\ndel f['x']\n", {"f"}),
    ],
)
def test_rarer_statements_bind_what_python_would_bind(source, names):
    assert set(read([source]).bound) == names


STUB = "def f(x):\n    raise NotImplementedError\n"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (STUB + "\n\ndef g(): pass\n", ["f"]),
        ("@decorated\n" + STUB, ["f"]),
        ("x = )\n" + STUB, ["f"]),
        (STUB + "\ndef f(x):\n    return x\n", []),
        ("def f(x):\n    return x\n\n" + STUB, ["f"]),
        ("def f(x):\n    raise NotImplementedError()\n", []),
        ("def f(x): raise NotImplementedError\n", ["f"]),
        ("class f:\n    pass\n", []),
    ],
)
def test_the_last_definition_says_whether_a_stub_is_untouched(source, expected):
    assert untouched(read([source]), definitions(STUB)) == expected


def test_a_stub_of_one_docstring_or_of_a_class_can_be_untouched_too():
    starter = 'def f():\n    """To do."""\n\nclass C:\n    def g(self):\n        pass\n'
    assert set(untouched(read([starter]), definitions(starter))) == {"f", "C"}
    reworded = 'def f():\n    """Mine."""\n\nclass C:\n    "My class."\n    def g(self):\n'
    reworded += '        """My method."""\n        pass\n'
    assert set(untouched(read([reworded]), definitions(starter))) == {"f", "C"}
    mine = "def f():\n    return 1\n\nclass C:\n    def g(self):\n        return 1\n"
    assert untouched(read([mine]), definitions(starter)) == []


REACHED = {
    "import numpy.linalg as la\ndef f(u): return la.norm(u)": "numpy.linalg.norm",
    "import numpy.linalg\ndef f(u): return numpy.linalg.norm(u)": "numpy.linalg.norm",
    "from numpy import linalg\ndef f(u): return linalg.norm(u)": "numpy.linalg.norm",
    "from numpy import dot as d\ng = d\ndef f(u): return g(u, u)": "numpy.dot",
    "import numpy as np\n@np.vectorize\ndef f(u): return u": "numpy.vectorize",
    "import numpy as np\nclass f:\n    def g(self, u): return np.dot(u, u)": "numpy.dot",
    "import numpy as np\nf = lambda u: np.dot(u, u)": "numpy.dot",
    "import numpy as np\ndef f(u): return [np.dot(v, v) for v in u]": "numpy.dot",
    "import numpy as np\ndef f(u): return f'{np.dot(u, u)}'": "numpy.dot",
    "import numpy as np\nif True:\n    def f(u): return np.dot(u, u)": "numpy.dot",
    "try:\n    from numpy import dot\nexcept E: pass\ndef f(u): return dot(u)": "numpy.dot",
    "import numpy as np\nx = )\ndef f(u): return np.dot(u, u)": "numpy.dot",
}


@pytest.mark.parametrize("source", REACHED)
def test_a_forbidden_name_is_found_through_its_alias(source):
    assert REACHED[source] in used(read([source + "\n"]), ["f"], {})["f"]


def test_an_alias_of_one_notebook_cell_is_known_in_another():
    found = read(["import numpy as np\n", "def f(u):\n    return np.dot(u, u)\n"])
    assert "numpy.dot" in used(found, ["f"], {})["f"]


DEFINED = "import numpy as np\ndef f(u): return np.dot(u, u)\n"


@pytest.mark.parametrize(
    "below",
    ["f = np.vectorize(f)\n", "if False:\n    f = None\n", "x = [f for f in []]\n"],
)
def test_a_function_bound_anew_still_uses_what_its_definition_uses(below):
    assert "numpy.dot" in used(read([DEFINED + below]), ["f"], {})["f"]


GROWING = {
    "a name given to a part of itself": "data = np.eye(2)\ndata = data.T\n",
    "two names in a circle": "data = other.T\nother = data.real\n",
    "many parts of itself": "data = np\n" + "".join(f"data = data.x{n}\n" for n in range(30)),
}


@pytest.mark.parametrize("what", GROWING)
def test_a_name_that_is_a_part_of_itself_is_followed_to_an_end(what):
    source = f"import numpy as np\n{GROWING[what]}def g(u): return u @ u\n"
    found = used(read([source + "def f(u): return data.sum() + g(u)\n"]), ["f"], {})["f"]
    assert {"@", ".sum"} <= set(found)


THROUGH_FILES = {
    "another name for the import": "from near import g as f",
    "a module under two names": "import near\nm = near.deep\ndef f(u): return m.g(u)",
    "a module of a module": "import near as q\ndef f(u): return q.deep.g(u)",
    "a library that another file imports": "import deep\ndef f(u): return deep.np.dot(u, u)",
    "a relative import": "from .near import g\ndef f(u): return g(u)",
    "a star of a star": "from far import *\ndef f(u): return g(u)",
    "an annotated name": "import numpy as np\nn: object = np\ndef f(u): return n.dot(u)",
}
FILES = {
    "deep": "import numpy as np\ndef g(u): return np.dot(u, u)\n",
    "near": "import deep\nfrom deep import g\n",
    "far": "from near import *\n",
}


@pytest.mark.parametrize("how", THROUGH_FILES)
def test_a_name_is_followed_through_files_that_hand_it_on(how):
    modules = {name: read([text]) for name, text in FILES.items()}
    assert "numpy.dot" in used(read([THROUGH_FILES[how] + "\n"]), ["f"], modules)["f"]


def test_the_forbidden_function_itself_under_the_name_asked_for_is_found():
    assert "numpy.dot" in used(read(["from numpy import dot as f\n"]), ["f"], {})["f"]


def test_a_module_given_a_second_name_is_still_that_module():
    source = "import numpy as np\nn = np\ndef f(u): return n.dot(u, u)\n"
    assert "numpy.dot" in used(read([source]), ["f"], {})["f"]
