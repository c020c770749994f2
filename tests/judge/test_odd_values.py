"""A student's odd value is the student's failure; a check that breaks on the reference is ours."""

from __future__ import annotations

import pytest

from grader.author.proof import prove
from grader.judge.judge import Judge

SOLUTION = """
import numpy as np
def f(x):
    return 1.0 * np.asarray(x)
"""
TESTS = """
import numpy as np
import mpmath
from grader.judge.expect import *

X = np.array([1.0, 2.0])

def test_close(student): expect_close(student.f(X), X)
def test_close_map(student):
    for value in student.f.map([X, X]): expect_close(value, X)
def test_stable(student): expect_stable(student.f(X), [mpmath.mpf(1), mpmath.mpf(2)])
def test_array(student): expect_close(expect_array(student.f(X), (2,)).sum(), 3.0)
def test_gradient(student): expect_gradient(lambda at: float(at @ at) / 2, X, student.f(X))
def test_unchanged(student): expect_close(expect_unchanged(student.f, X), X)
def test_vectorised(student):
    expect_close(expect_vectorised(student.f, (X,), (np.tile(X, 8),)), np.tile(X, 8))
def test_reference(student, reference): expect_close(student.f(X), reference.f(X))
def test_unpacking(student):
    one, two = student.f(X)
    expect(one == 1.0 and two == 2.0, "Not these two.")
def test_indexing(student): expect(student.f(X)[0] + student.f(X)[1] == 3.0, "Not three.")
def test_arithmetic(student): expect(np.all(student.f(X) - X == 0), "Not the same.")
def test_plain_assert(student): assert student.f(X).sum() == 3.0
def test_hand_back(student): expect_close(student.f(student.f(X)), X)
"""
ODD = {
    "text": "'ab'",
    "None": "None",
    "an object": "object()",
    "an exception": "ValueError('x')",
    "a function": "f",
    "a module": "sys",
    "a dict": "{'a': 1}",
    "an empty dict": "{}",
    "ragged lists": "[[1.0, 2.0], [3.0]]",
    "ragged objects": "np.array([[1.0, 2.0], [3.0]], dtype=object)",
    "text in an array": "np.array(['1', '2'])",
    "a generator": "(v for v in x)",
    "a set": "{1.0, 2.0}",
    "complex": "np.asarray(x) * 1j",
    "nan": "np.asarray(x) * np.nan",
    "three values": "(9.0, 8.0, 7.0)",
    "a number": "3.5",
    "a scalar that compares": "True",
    "an empty array": "np.zeros(0)",
    "deep lists": "[[[[[[[[1.0]]]]]]]]",
    "bytes": "b'ab'",
    "a record": "np.zeros(2, dtype=[('a', float)])",
    "dates": "np.array(['2020-01-01', '2020-01-02'], dtype='M8[D]')",
}


@pytest.fixture(scope="module")
def odd(make_bank):
    with Judge(make_bank(SOLUTION, TESTS), ["odd"]) as judge:
        yield judge


def test_the_right_value_passes_every_helper(odd, submit):
    report = odd.grade(submit(SOLUTION), ["odd"])
    assert report.score == report.max_score == 14


@pytest.mark.parametrize("what", ODD)
def test_an_odd_value_fails_every_check_in_words_and_breaks_none(odd, submit, what):
    source = f"import sys\nimport numpy as np\ndef f(x):\n    return {ODD[what]}\n"
    (problem,) = odd.grade(submit(source), ["odd"]).problems
    found = {check.id: (check.status, check.message) for check in problem.checks}
    assert {status for status, _ in found.values()} <= {"failed", "raised"}, found
    assert all(words for id, (_, words) in found.items() if id != "plain_assert"), found
    assert problem.max_score == 14


BREAKING = """
import numpy as np
from grader.judge.expect import *

def test_good(student): expect_close(student.f([1.0]), np.array([1.0]))
def test_breaks(student):
    student.f([1.0])
    raise RuntimeError("a defect of ours")
def test_breaks_on_a_fixture(student, no_such_fixture): pass
def test_expects_nonsense(student): expect_close(student.f([1.0]), object())
def test_no_function(student): student.g([1.0])
"""


@pytest.mark.parametrize("source", [SOLUTION, "def f(x):\n    return 'odd'\n", ""])
def test_a_defect_of_a_check_is_broken_and_counts_in_neither_sum(make_bank, submit, source):
    with Judge(make_bank(SOLUTION, BREAKING), ["odd"]) as judge:
        report = judge.grade(submit(source), ["odd"])
    (problem,) = report.problems
    found = {check.id: check.status for check in problem.checks}
    assert found["breaks_on_a_fixture"] == "broken"
    assert report.provisional
    counted = [c for c in problem.checks if c.status != "broken"]
    assert problem.max_score == sum(c.max_points for c in counted)
    assert problem.score == sum(c.points for c in counted)
    if source == SOLUTION:
        broken = {id for id, status in found.items() if status == "broken"}
        assert broken >= {"breaks", "expects_nonsense"}
        assert found["good"] == found["examples"] == "passed"


def test_a_skipped_check_counts_in_neither_sum(make_bank, submit):
    tests = "import pytest\ndef test_later(student): pytest.skip('not yet')\n"
    with Judge(make_bank(SOLUTION, tests), ["odd"]) as judge:
        report = judge.grade(submit(SOLUTION), ["odd"])
    assert [c.status for c in report.problems[0].checks] == ["passed", "skipped"]
    assert report.max_score == 1
    assert not report.provisional


HAND_BACK = """
import numpy as np
from grader.judge.expect import *
def test_hand_back(student):
    expect_close(student.f(student.f([1.0, 2.0])), np.array([1.0, 2.0]))
"""


@pytest.mark.parametrize("value", ["deep(31)", "'x' * (2**20 + 1)"])
def test_a_value_that_cannot_be_sent_back_is_the_students_failure(make_bank, submit, value):
    source = f"""
from grader.sandbox import wire
wire.MAX_TEXT = wire.MAX_DEPTH = 2**40
def deep(n):
    value = []
    for _ in range(n): value = [value]
    return value
def f(x):
    return {value}
"""
    with Judge(make_bank(SOLUTION, HAND_BACK), ["odd"]) as judge:
        report = judge.grade(submit(source), ["odd"])
    assert not report.provisional
    assert report.score == 0


def test_a_check_that_sends_what_cannot_be_sent_is_found_by_lint(make_bank):
    tests = "def test_sends_nonsense(student): student.f(object())\n"
    bank = make_bank("def f(x):\n    return x\n", tests)
    faults = prove(bank, "odd", seeds=1)
    assert any("the reference" in fault.text and "sends_nonsense" in fault.text for fault in faults)
