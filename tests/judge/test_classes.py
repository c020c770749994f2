"""A problem that asks for a class: a number that knows its derivative, checked by scripts."""

from __future__ import annotations

import textwrap

import pytest

from grader.author.proof import prove
from grader.bank.load import load_bank
from grader.judge.judge import Judge

PROBLEM = """\
title: A number that knows its derivative
level: 4
objectives: [reverse mode]
write:
  Value:
    takes: {data: float}
    gives: a number with .data, and .grad once backward() has run
    forbids: [torch, np.gradient]
    methods:
      __add__: {other: Value or float}
      __mul__: {other: Value or float}
      backward: {}
examples:
  - run: |
      a = Value(3.0)
      b = a * a + 2.0
      b.backward()
      [b.data, a.grad]
    gives: [11.0, 6.0]
checks:
  examples: {points: 1}
"""
STARTER = '''\
class Value:
    """A number."""

    def __init__(self, data):
        """Keep data."""
        raise NotImplementedError

    def __add__(self, other):
        raise NotImplementedError

    def __mul__(self, other):
        raise NotImplementedError

    def backward(self):
        raise NotImplementedError
'''
SOLUTION = """\
class Value:
    def __init__(self, data, parents=()):
        self.data = float(data)
        self.grad = 0.0
        self.parents = parents

    def __add__(self, other):
        other = as_value(other)
        return Value(self.data + other.data, ((self, 1.0), (other, 1.0)))

    def __mul__(self, other):
        other = as_value(other)
        return Value(self.data * other.data, ((self, other.data), (other, self.data)))

    def backward(self):
        order, seen = [], set()

        def visit(value):
            if id(value) not in seen:
                seen.add(id(value))
                for parent, _ in value.parents:
                    visit(parent)
                order.append(value)

        visit(self)
        self.grad = 1.0
        for value in reversed(order):
            for parent, slope in value.parents:
                parent.grad += slope * value.grad


def as_value(other):
    return other if isinstance(other, Value) else Value(other)
"""
OVERWRITES = SOLUTION.replace("parent.grad +=", "parent.grad =")
NO_SEED = SOLUTION.replace("self.grad = 1.0", "pass")
TESTS = '''
from grader.judge.expect import expect_close, expect_gradient, expect_methods

SLOPES = """
x, y = Value(at[0]), Value(at[1])
z = x * y + x * x * 3.0
z.backward()
[z.data, x.grad, y.grad]
"""


def polynomial(at):
    return at[0] * at[1] + 3.0 * at[0] ** 2


def test_slopes(student, reference, rng):
    expect_methods(student, "Value", "__add__", "__mul__", "backward")
    for _ in range(3):
        at = rng.normal(size=2)
        data, *slopes = expect_list(student.evaluate(SLOPES, at=at))
        expect_close(data, polynomial(at), what="the value")
        expect_gradient(polynomial, at, slopes)


def test_sums(student, reference, rng):
    script = "c = Value(a) + Value(b)\\nc.data"
    a, b = rng.normal(size=2)
    expect_close(
        student.evaluate(script, a=a, b=b), reference.evaluate(script, a=a, b=b), what="the sum"
    )


def expect_list(value):
    expect_close(value, [0.0] * 3, rtol=0.0, atol=1e300)
    return value
'''
KEY = """\
checks:
  slopes: {points: 3, title: Slopes of a polynomial, reveal: counterexample}
  sums: {points: 1, title: Sums}
mistakes:
  overwrites: {fails: [examples, slopes], say: Two ways lead back to x. Add up what they bring.}
  no_seed: {fails: [examples, slopes], say: The derivative of a number by itself is 1.}
  concatenates: {fails: [examples, slopes, sums], say: Your sum forgets one of its two parts.}
"""
CONCATENATES = SOLUTION.replace("self.data + other.data", "self.data")


@pytest.fixture(scope="module")
def files():
    """The files of the toy bank, by path."""
    return {
        "course.yaml": "title: Classes\nunits: [u]\n",
        "solutions/salt": "salt of a test",
        "exercises/u/value/problem.yaml": PROBLEM,
        "exercises/u/value/statement.md": "# A number\n\nWrite the class `Value`.\n",
        "exercises/u/value/starter.py": STARTER,
        "solutions/u/value/solution.py": SOLUTION,
        "solutions/u/value/test_value.py": TESTS,
        "solutions/u/value/key.yaml": KEY,
        "solutions/u/value/mistakes/overwrites.py": OVERWRITES,
        "solutions/u/value/mistakes/no_seed.py": NO_SEED,
        "solutions/u/value/mistakes/concatenates.py": CONCATENATES,
    }


@pytest.fixture(scope="module")
def bank(files, tmp_path_factory):
    root = tmp_path_factory.mktemp("classes")
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    return load_bank(root)


@pytest.fixture(scope="module")
def class_judge(bank):
    with Judge(bank, list(bank.problems)) as judge:
        yield judge


@pytest.fixture
def graded(class_judge, submit):
    """The report on the one problem, for a source."""

    def graded(source, **kwargs):
        (problem,) = class_judge.grade(submit(source, **kwargs), ["value"]).problems
        return problem

    return graded


def checks(problem):
    return {check.id: check for check in problem.checks}


def test_the_bank_is_proven(bank):
    assert prove(bank, "value", 3) == []


def test_the_right_class_has_full_marks(graded):
    problem = graded(SOLUTION)
    assert {check.status for check in problem.checks} == {"passed"}
    assert problem.score == 5


IN_ANOTHER_STYLE = """
from __future__ import annotations

from dataclasses import dataclass, field


@dataclass(eq=False)
class Value:
    data: float
    grad: float = 0.0
    back: list = field(default_factory=list)

    def __add__(self, other: Value | float) -> Value:
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data + other.data, 0.0, [(self, 1.0), (other, 1.0)])

    def __mul__(self, other: Value | float) -> Value:
        other = other if isinstance(other, Value) else Value(other)
        return Value(self.data * other.data, 0.0, [(self, other.data), (other, self.data)])

    def backward(self, upstream: float = 1.0) -> None:
        self.grad += upstream
        for value, slope in self.back:
            value.backward(upstream * slope)
"""


@pytest.mark.parametrize("name", ["work.py", "work.ipynb"])
def test_so_has_another_style(graded, name):
    source = [IN_ANOTHER_STYLE] if name.endswith("nb") else IN_ANOTHER_STYLE
    assert graded(source, name=name).score == 5


def test_a_class_that_inherits_its_methods_has_them(graded):
    base = SOLUTION.replace("class Value", "class Base").replace(
        "def as_value", "class Value(Base):\n    pass\n\n\ndef as_value"
    )
    assert graded(base).score == 5


@pytest.mark.parametrize(
    ("source", "mistake"),
    [(OVERWRITES, "overwrites"), (NO_SEED, "no_seed"), (CONCATENATES, "concatenates")],
)
def test_a_mistake_is_told_by_its_advice(graded, source, mistake):
    problem = graded(source)
    assert checks(problem)["slopes"].status == "failed"
    assert [found.mistake for found in problem.diagnosis] == [mistake]


def test_a_wrong_slope_is_told_in_words_and_the_example_as_lines_to_paste(graded):
    found = checks(graded(OVERWRITES))
    assert "gradient" in found["slopes"].message
    shown = found["examples"].counterexample
    assert shown.call == "a = Value(3.0)\nb = a * a + 2.0\nb.backward()\n[b.data, a.grad]"
    assert (shown.expected, shown.actual) == ("[11, 6]", "[11, 3]")


def test_slopes_that_a_script_gives_are_shown_of_fresh_draws(graded):
    (row,) = checks(graded(OVERWRITES))["slopes"].slopes.rows
    assert (row.status, [c.index for c in row.components if c.differs]) == ("differs", [(0,)])


def test_a_missing_method_is_named(graded):
    source = SOLUTION.replace("def backward", "def backwards")
    assert checks(graded(source))["slopes"].message == "`Value` has no method `backward`."


def test_an_error_inside_a_method_is_told_with_its_line(graded):
    source = SOLUTION.replace("float(data)", "float(data).real.nothing")
    message = checks(graded(source))["sums"].message
    assert message.startswith("Your code raised AttributeError at line 3: `self.data = float(data)")


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "`Value` is not defined in what you handed in."),
        (STARTER, "`Value` is still the stub of the starter."),
        (STARTER.replace("Keep data.", "Mine."), "`Value` is still the stub of the starter."),
        ("class Valu:\n    pass\n", "did you mean `Valu` (line 1)?"),
    ],
)
def test_a_class_that_is_not_there_is_missing(graded, source, words):
    problem = graded(source)
    assert {check.status for check in problem.checks} == {"missing"}
    assert all(words in check.message for check in problem.checks)
    assert problem.score == 0


HOSTILE = {
    "equal to everything": "def __eq__(self, other): return True\n    __hash__ = None",
    "a number when asked": "def __float__(self): return 1.0",
    "another class than it is": "__class__ = float",
    "an array when asked": "def __array__(self, *_, **__): return __import__('numpy').ones(3)",
    "a list when asked": "def __iter__(self): return iter([1.0, 1.0, 1.0])\n"
    "    def __len__(self): return 3",
    "anything at all": "def __getattr__(self, name): return self",
    "a comparison that raises": "def __eq__(self, other): raise SystemExit",
}
LIAR = """\
class Lie(BASE):
    METHODS

class Value:
    def __init__(self, data): self.data = self.grad = LIE
    def __add__(self, other): return self
    __radd__ = __mul__ = __rmul__ = __add__
    def backward(self): pass
"""


@pytest.mark.parametrize("what", HOSTILE)
@pytest.mark.parametrize("base", ["object", "float", "list"])
def test_a_class_that_lies_earns_nothing(graded, what, base):
    source = LIAR.replace("METHODS", HOSTILE[what]).replace("BASE", base)
    problem = graded(source.replace("LIE", "Lie()"))
    assert problem.score == 0
    assert not {check.status for check in problem.checks} & {"passed", "broken", "skipped"}


def test_a_class_whose_class_lies_earns_nothing(graded):
    source = """\
    class Meta(type):
        def __eq__(cls, other): return True
        def __instancecheck__(cls, one): return True
        def __getattr__(cls, name): return lambda *args: cls
        def __call__(cls, *args): return cls
    class Value(metaclass=Meta):
        data = grad = property(lambda self: 1.0)
    """
    assert graded(textwrap.dedent(source)).score == 0


FORBIDDEN = {
    "in the text": "import numpy as np\nclass Value:\n    def backward(self):\n"
    "        return np.gradient([1.0, 2.0])\n",
    "when it runs": "import numpy as np\n"
    + SOLUTION.replace(
        "order, seen", "getattr(np, 'gra' + 'dient')([1.0, 2.0])\n        order, seen"
    ),
}


@pytest.mark.parametrize("how", FORBIDDEN)
def test_what_the_methods_may_not_use_is_forbidden(graded, how):
    found = checks(graded(FORBIDDEN[how]))
    assert found["slopes"].status == "forbidden"
    assert (
        "uses `np.gradient`, which this problem asks you to do without." in found["slopes"].message
    )
    assert ("It does so at line" in found["slopes"].message) == (how == "when it runs")


def test_what_a_class_calls_forbidden_is_not_quoted(graded):
    forges = "import sys\nfrom grader.sandbox.child import _Child\n"
    forges += "_Child._offence = lambda self: ['forbidden', 'secret 0.7312', []]\n"
    problem = graded(forges + SOLUTION)
    assert problem.score == 0
    assert all("0.7312" not in check.message for check in problem.checks)
