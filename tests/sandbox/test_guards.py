"""Forbidden names that only running the code brings to light; honest code is left alone."""

from __future__ import annotations

import numpy as np
import pytest

from grader.sandbox.answers import Failure, Place, Value
from grader.sandbox.proxies import code

FORBIDS = {"f": ["np.dot", "sum", "colorsys", "np.linalg", "@"]}

SECRET = {
    "a name put together": "return getattr(np, 'd' + 'ot')(u, u)",
    "eval": "return eval('np.dot(u, u)')",
    "exec": "space = {'u': u}; exec('import numpy; v = numpy.dot(u, u)', space); return space['v']",
    "the dict of a module": "return vars(np)['dot'](u, u)",
    "another name at load": "return kept(u, u)",
    "a function that calls it": "return [*map(getattr(np, 'do' + 't'), [u], [u])][0]",
    "a built-in function": "return getattr(__import__('builtins'), 'su' + 'm')(u * u)",
    "a pickle of it": "import pickle; return pickle.loads(pickle.dumps(vars(np)['dot']))(u, u)",
    "a module of numpy's": "return getattr(np, 'lin' + 'alg').norm(u)",
    "such a module imported": "return __import__('numpy.linalg', fromlist=['x']).norm(u)",
    "matrix multiplication by name": "return getattr(np, 'mat' + 'mul')(u, u)",
    "the operator as a function": "return getattr(__import__('operator'), 'mat' + 'mul')(u, u)",
    "the global names": "return globals()['n' + 'p'].__dict__['dot'](u, u)",
}
HEAD = "import numpy as np\nkept = getattr(np, 'd' + 'ot')\n"


@pytest.mark.parametrize("what", SECRET)
def test_what_the_text_does_not_show_is_seen_when_it_runs(cell, what):
    one = cell(f"{HEAD}def f(u):\n    {SECRET[what]}\n", forbids=FORBIDS)
    (reading,) = one.read()
    assert not {"numpy.dot", "sum"} & set(reading.uses["f"])
    (answer,) = one.run(0, "f", [((_vector(),), {})])
    assert isinstance(answer, Failure)
    assert answer.kind == "forbidden"
    assert answer.words in FORBIDS["f"]
    assert answer.place == Place(0, 0, 4)


@pytest.mark.parametrize("where", ["while it is loaded", "in the call"])
def test_a_module_imported_by_stealth_is_seen(cell, where):
    call = "__import__('color' + 'sys')"
    loaded = where == "while it is loaded"
    source = f"found = {call}\n" if loaded else f"def found(): return {call}\n"
    use = "found.hls_to_rgb(u, u, u)" if loaded else "found().hls_to_rgb(u, u, u)"
    one = cell(f"{source}def f(u):\n    return {use}\n", forbids=FORBIDS)
    (answer,) = one.run(0, "f", [((0.5,), {})])
    assert (answer.kind, answer.words) == ("forbidden", "colorsys")


def test_a_module_within_a_package_is_watched_and_its_neighbour_is_not(cell):
    forbids = {"f": ["xml.dom"]}
    source = "def f(name):\n    return __import__('xml.' + name).__name__\n"
    assert cell(source, forbids=forbids).run(0, "f", [(("sax",), {})]) == [Value("xml")]
    (answer,) = cell(source, forbids=forbids).run(0, "f", [(("dom",), {})])
    assert (answer.kind, answer.words, answer.place) == ("forbidden", "xml.dom", Place(0, 0, 2))


HONEST_FORBIDS = {"f": ["np.dot", "np.matmul", "np.vdot", "sum", "colorsys"]}
HONEST = {
    "numpy's own use of it": "return np.linalg.multi_dot([u, np.eye(2), u])",
    "norms": "return np.linalg.norm(u) + np.einsum('i,i', u, u) + np.tensordot(u, u, 1)",
    "powers of a matrix": "return np.linalg.matrix_power(np.outer(u, u), 3)",
    "a fit and a covariance": "return np.polyfit([1, 2, 3], [1, 2, 4], 1), np.cov(u, u)",
    "looking and not calling": "return u @ u if np.dot else 0",
    "keeping and not calling": "kept = {np.dot: [np.dot]}; return np.dot in kept",
    "a pickle": "import pickle; return pickle.loads(pickle.dumps([np.dot, sum])) == [np.dot, sum]",
    "a copy": "import copy; return copy.deepcopy(np.dot) is copy.copy(np.dot)",
    "what kind it is": "return isinstance(np.matmul, np.ufunc), isinstance(sum, type(len))",
    "numpy adding up": "return u.sum() + np.sum(u) + np.mean(u)",
    "statistics": "import statistics; return statistics.mean([1.0, 2.0])",
}


@pytest.mark.parametrize("what", HONEST)
def test_code_that_keeps_the_rule_is_left_alone(cell, what):
    one = cell(f"import numpy as np\ndef f(u):\n    {HONEST[what]}\n", forbids=HONEST_FORBIDS)
    (answer,) = one.run(0, "f", [((_vector(),), {})])
    assert isinstance(answer, Value), answer


def test_a_forbidden_method_is_no_function_of_that_name(cell):
    one = cell("def f(u):\n    return sum(x * x for x in u)\n", forbids={"f": [".sum", ".dot"]})
    assert one.run(0, "f", [((_vector(),), {})]) == [Value(5.0)]


def test_a_function_tried_out_while_the_file_is_loaded_accuses_no_other(cell):
    source = "import numpy as np\ndef g(u):\n    return np.dot(u, u)\n"
    source += "def f(u):\n    return 1.0\nprint(g(np.ones(2)), sum([1, 2]))\n"
    assert cell(source, forbids=FORBIDS).run(0, "f", [((_vector(),), {})]) == [Value(1.0)]


def test_what_one_function_does_by_stealth_is_not_held_against_another(cell):
    source = "import numpy as np\ndef f(u):\n    return getattr(np, 'd' + 'ot')(u, u)\n"
    one = cell(source + "def g(u):\n    return 1.0\n", forbids={"f": ["np.dot"], "g": ["np.dot"]})
    assert one.run(0, "f", [((_vector(),), {})])[0].kind == "forbidden"
    assert one.run(0, "g", [((_vector(),), {})]) == [Value(1.0)]
    assert one.run(0, "f", [((_vector(),), {})])[0].kind == "forbidden"


def test_another_function_may_use_what_one_may_not(cell):
    source = "import colorsys\nimport numpy as np\ndef g(u):\n    return np.dot(u, u)\n"
    one = cell(source + "def f(u):\n    return 1.0\n", forbids=FORBIDS)
    assert one.run(0, "g", [((_vector(),), {})]) == [Value(5.0)]
    assert one.run(0, "f", [((_vector(),), {})]) == [Value(1.0)]
    assert one.run(0, "g", [((_vector(),), {})]) == [Value(5.0)]


def test_what_stands_guard_behaves_as_what_it_guards(cell):
    source = (
        "import numpy as np\nfrom numpy import dot\n"
        "def g():\n"
        "    return [np.dot == dot, np.dot.__name__, np.dot.__doc__[:3], callable(np.dot),\n"
        "            repr(np.dot), hash(np.dot) == hash(dot), np.dot.__module__]\n"
    )
    (answer,) = cell(source, forbids=FORBIDS).run(0, "g", [((), {})])
    same, name, doc, can_be_called, text, hashed, module = answer.value
    assert (same, name, can_be_called, hashed) == (True, "dot", True, True)
    assert doc == np.dot.__doc__[:3]
    assert module == "numpy"
    assert text.startswith("<function dot")


def test_what_a_check_does_itself_is_held_against_nobody(cell):
    one = cell("import numpy as np\ndef f(h):\n    return h(np.ones(2))\n", forbids=FORBIDS)
    assert one.run(0, "f", [((code("lambda u: np.dot(u, u)"),), {})]) == [Value(2.0)]
    script = "import numpy\nf(lambda u: numpy.dot(u, u)) + sum(u)"
    assert one.evaluate(0, script, {"u": _vector()}) == Value(5.0)
    assert one.run(0, "f", [((code("lambda u: sum(u)"),), {})]) == [Value(2.0)]


CLASS = """
import numpy as np
class Net:
    def __init__(self, w):
        self.w = w
    def __call__(self, u):
        return getattr(np, "d" + "ot")(self.w, u)
"""


def test_a_class_is_watched_in_the_scripts_that_speak_of_it(cell):
    one = cell(CLASS, forbids={"Net": ["np.dot"], "f": ["sum"]})
    answer = one.evaluate(0, "Net(u)(u)", {"u": _vector()})
    assert (answer.kind, answer.place) == ("forbidden", Place(0, 0, 7))
    assert answer.words == "Your code uses `np.dot`, which this problem asks you to do without."
    other = cell(CLASS, forbids={"Other": ["np.dot"]})
    assert other.evaluate(0, "Net(u)(u)", {"u": _vector()}) == Value(5.0)


@pytest.mark.parametrize("told", [["forbidden", "0.7312", []], ["missing"]])
def test_a_script_passes_on_no_words_of_the_childs(cell, told):
    forges = f"from grader.sandbox.child import _Child\n_Child._offence = lambda self: {told}\n"
    answer = cell(forges, forbids={"Net": ["np.dot"]}).evaluate(0, "1 + 1", {})
    assert answer == Failure("crashed", "gave no answer that can be read: not what was asked")


def _vector():
    return np.array([1.0, 2.0])
