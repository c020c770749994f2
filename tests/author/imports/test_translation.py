"""How tests are rewritten: values travel, verdicts never, and what cannot travel is told."""

from __future__ import annotations

import pytest

F = """\
def f(x, k=1):
    if x is None:
        raise ValueError('none')
    return x * k # SOLUTION
"""
CLASS = """\
class V:
    def __init__(self, x):
        self.x = x # SOLUTION
    def __add__(self, o):
        return V(self.x + o.x) # SOLUTION
    def __neg__(self):
        return V(-self.x) # SOLUTION
    def __len__(self):
        return self.x # SOLUTION
    def items(self):
        return [self.x] # SOLUTION
"""


@pytest.fixture
def become(run, notebook, question):
    """What becomes of tests of `f`, or of another answer, in question `a`."""

    def become(*tests: str, answer: str = F, exit_code: int = 0):
        done = run("otter", notebook(question("a", answer, *tests)))
        assert done.exit_code == exit_code, done.output
        return done

    return become


ORDINARY = [
    "assert f(2) == 2",
    "assert list(map(f, [1, 2])) == [1, 2] and sorted([3, 1], key=f) == [1, 3]",
    "for i in range(3):\n    assert f(i) == i",
    "def check(x):\n    assert f(x) == x\ncheck(3)",
    "assert f(*[1], **{'k': 2}) == 2",
    "assert (y := f(2)) == 2 and y > 1",
    "y: int = f(2)\nassert y == 2",
    'want = """a\n  b\n"""\nassert f(want) == want',
    "assert f(1) in {1, 2}",
    "import numpy as np\nnp.random.seed(1)\nassert f(3) == 3",
    "import unittest\nunittest.TestCase().assertEqual(f(2), 2)",
    "import numpy as np\nnp.testing.assert_allclose(f(np.ones(2)), [1, 1])",
]


def test_ordinary_tests_stay_as_they_are(become):
    done = become(*ORDINARY)
    assert f"{len(ORDINARY)} of {len(ORDINARY)} tests taken over" in done.output
    assert "Left out" not in done.text("exercises/a/test_a.py")
    assert done.faults("a") == []


RAISING = {
    "try:\n    f(None)\nexcept ValueError:\n    pass\nelse:\n    assert False": (
        "    with expect_raises(ValueError):\n        f(None)\n"
    ),
    "import pytest\nwith pytest.raises((ValueError, TypeError)):\n    f(None)": (
        "    with expect_raises(ValueError, TypeError):\n        f(None)\n"
    ),
    "import numpy as np\nnp.testing.assert_raises(ValueError, f, None)": (
        "    import numpy as np\n    with expect_raises(ValueError):\n        f(None)\n"
    ),
    "ok = False\ntry:\n    f(None)\nexcept ValueError:\n    ok = True\nassert ok": (
        "        if failed.failure.is_a(ValueError):\n            ok = True\n"
    ),
}


def test_an_exception_is_told_by_the_sandbox(become):
    done = become(*RAISING)
    text = done.text("exercises/a/test_a.py")
    assert [part for part in RAISING.values() if part not in text] == []
    assert done.faults("a") == []


def test_an_exception_of_any_kind_is_none_where_the_function_is_missing(become):
    # `except Exception` would also take the failure of a call that found no function.
    done = become("try:\n    f(None)\nexcept Exception:\n    pass")
    assert done.faults("a") == []
    assert "is_a(Exception)" in done.text("exercises/a/test_a.py")


def test_functions_travel_as_their_text(become):
    answer = "def twice(f, x):\n    return f(f(x)) # SOLUTION"
    test = "g = lambda x: x + 1\nassert twice(g, 1) == 3\nassert twice(lambda t: 2 * t, 1) == 4"
    done = become(test, answer=answer)
    text = done.text("exercises/a/test_a.py")
    assert done.faults("a") == []
    assert "twice(code('lambda x: x + 1'), 1)" in text


def test_objects_stay_in_the_sandbox_and_give_values(become):
    test = (
        "a = V(2)\nb = a + V(3)\nn = 4\nassert b.x == 5\nassert (-a).x == -2\nassert len(a) == 2\n"
        "c = V(n + 1)\nassert c.items()[0] == 5"
    )
    done = become(test, answer=CLASS)
    text = done.text("exercises/a/test_a.py")
    assert done.faults("a") == []
    assert "assert student.evaluate('b.x', b=b) == 5" in text
    assert "c = student.evaluate('V(a0)', a0=n + 1)" in text


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("a = V(2)\nassert a == V(2)", "lets an object of the student's say whether it is right"),
        ("assert V(2) == V(2)", "lets an object of the student's say whether it is right"),
        ("a = V(2)\nassert bool(a)", "`bool` looks at the code itself"),
        ("a = V(2)\nassert isinstance(a, V)", "`isinstance` looks at the code itself"),
        ("a = V(2)\nassert a", "uses the object `a` itself"),
    ],
)
def test_an_object_never_judges_itself(become, test, why):
    done = become(test, "assert V(3).x == 3", answer=CLASS)
    assert f"left out: {why}" in done.output
    assert "a: written to lab/a; 1 of 2 tests taken over, 0.5 of 1 points" in done.output


def test_a_function_that_comes_back_is_called_where_it_is(become):
    answer = "def make(n):\n    def add(x):\n        return x + n\n    return add # SOLUTION"
    done = become("add = make(3)\nassert add(4) == 7\nassert make(1)(2) == 3", answer=answer)
    assert done.faults("a") == []
    text = done.text("exercises/a/test_a.py")
    assert "student.evaluate('add(4)', add=add) == 7" in text
    assert "student.evaluate('make(1)(2)') == 3" in text


def test_an_argument_that_is_changed_comes_back(become):
    answer = "def push(xs, x):\n    xs.append(x) # SOLUTION"
    done = become("xs = [1]\npush(xs, 2)\nassert xs == [1, 2]", answer=answer)
    assert done.faults("a") == []
    assert "xs, = student.evaluate('push(xs, 2)\\n(xs,)', xs=xs)" in done.text(
        "exercises/a/test_a.py"
    )


def test_a_variable_beside_a_function_is_read_where_it_is(become):
    done = become("assert f(2) == 2\nassert total == 6", answer=F + "total = f(6) # SOLUTION")
    assert done.faults("a") == []
    assert 'total = student.evaluate("total")' in done.text("exercises/a/test_a.py")
    assert "your file gives values to `total`" in done.text("exercises/a/statement.md")


@pytest.mark.parametrize(
    ("test", "why"),
    [
        ("assert eval('f(1)') == 1", "`eval` runs text as code"),
        ("assert globals()['f'](1) == 1", "`globals` looks into a namespace"),
        ("f = lambda x: 3\nassert f(1) == 3", "puts something else in the place"),
        ("import math\nmath.sqrt = None", "changes `math.sqrt` for the code under test"),
        ("from unittest import mock\nmock.patch('f')", "`unittest.mock` reaches into the code"),
        ("x = [1]\nassert f(x) is not x", "nothing that comes back is the same object"),
        ("assert callable(f)", "`callable` looks at the code itself"),
        ("assert f.__name__ == 'f'", "`f.__name__` looks at the code itself"),
        ("import inspect\nassert inspect.getsource(f)", "`inspect` reaches into the code"),
        ("assert f(open('x').read()) == 1", "`open` reads something that is not in the bank"),
        ("import pandas as pd\nassert pd.Series(f(1)).sum() == 1", "do not leave the sandbox"),
        ("assert f(2) == {2}", "compares with a set"),
        ("assert f(zz) == 1", "uses `zz`, which is defined nowhere here"),
        ("assert other(1) == 1", "uses `other`, which is defined nowhere here"),
        ("x = 1\nassert x == 1", "it asks nothing of the student's code"),
        (
            "try:\n    f(None)\nexcept ValueError as e:\n    assert 'none' in str(e)",
            "looks at the exception itself",
        ),
    ],
)
def test_what_cannot_be_taken_over_is_told_with_its_place(become, test, why):
    done = become(test, "assert f(3) == 3")
    text = done.text("exercises/a/test_a.py")
    assert f"left out: {why}" in done.output or why in done.output
    assert "lab.ipynb, cell 7" in done.output
    assert "# Left out (lab.ipynb, cell 7" in text
    for line in test.split("\n"):
        assert f"# {line}" in text or line.strip() in text
    assert "a: written to lab/a; 1 of 2 tests taken over, 0.5 of 1 points" in done.output


def test_only_the_statement_at_fault_is_left_out_where_others_still_judge(become):
    done = become("assert f(1) == 1\nassert callable(f)")
    assert "1 of 1 tests taken over, 1 of 1 points" in done.output
    text = done.text("exercises/a/test_a.py")
    assert "    assert f(1) == 1\n" in text
    assert "# assert callable(f)\n" in text


def test_a_test_that_would_judge_nothing_any_more_earns_nothing(become):
    done = become("value = f(1)\nassert eval('value') == 1", exit_code=1)
    assert "a: not written: none of its tests can be taken over" in done.output


def test_a_value_without_saved_output_is_told(become):
    done = become("f(1) == 1", exit_code=1)
    assert "no output of it is saved; run the notebook, then import it" in done.output


def test_other_answers_are_not_at_hand_in_a_test(run, notebook, question):
    one = question("a", "def f(x):\n    return x # SOLUTION", "assert f(1) == 1")
    two = question("b", "def g(x):\n    return x # SOLUTION", "assert g(1) == 1", "assert f(g(1))")
    done = run("otter", notebook([*one, *two]))
    assert "uses `f`, the answer of another question (a)" in done.output
    assert done.faults("b") == []


def test_what_all_are_given_is_at_hand(run, notebook, question, cell):
    given = "import math\n\nUNIT = math.pi\n\ndef near(a, b):\n    return abs(a - b) < 1e-9"
    answer = "def turn(n):\n    return n * UNIT # SOLUTION"
    tests = "assert near(turn(1), math.pi)"
    done = run("otter", notebook([cell("code", given), *question("a", answer, tests)]))
    assert done.exit_code == 0, done.output
    assert done.faults("a") == []
    assert "UNIT = math.pi" in done.text("exercises/a/starter.py")


def test_a_given_function_that_the_starter_may_not_quote_is_told(run, notebook, question, cell):
    given = "def smooth(x):\n    return (x[1:] + x[:-1]) * 0.5 + 0.0 * x[1:]"
    answer = "def g(x):\n    return smooth(x) # SOLUTION"
    test = "import numpy as np\nassert g(np.ones(3)).shape == (2,)"
    done = run("otter", notebook([cell("code", given), *question("a", answer, test)]))
    assert done.faults("a") == []
    assert "`smooth` is given to students, but a starter may quote" in done.output
    assert "smooth" not in done.text("exercises/a/starter.py")
