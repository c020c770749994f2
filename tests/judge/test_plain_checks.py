"""A check is called directly only where pytest would have done no more than that."""

from __future__ import annotations

import pytest

from grader.judge.judge import Judge
from grader.judge.plain_checks import run_plain

HEAD = """
import pytest
import numpy as np
from grader.judge.expect import *
"""
RIGHT = "def f(x):\n    return x * 1.0\n"
PLAIN = """
def test_ours(student, reference, rng, parameters):
    x = rng.normal(size=3)
    expect_close(student.f(x), reference.f(x))

def test_nothing():
    pass
"""
BY_PYTEST = """
@pytest.fixture
def point(rng):
    return rng.normal(size=3)

def test_own_fixture(student, point):
    expect_close(student.f(point), point)

@pytest.mark.skipif(False, reason="never")
def test_marked(student):
    student.f(np.ones(1))

def test_request(student, request):
    assert request.node.name == "test_request"

async def test_coroutine(student):
    expect(False, "never runs")

def test_default(student, one=1):
    expect(one == 1, "never")
"""
SET_UP = """
def setup_module(module):
    module.ready = True

def test_ready(student):
    assert ready
"""
OVERRIDDEN = """
@pytest.fixture
def rng():
    return 7

def test_number(student, rng):
    assert rng == 7
"""


@pytest.fixture
def session_of(make_bank):
    """The session of a judge of one problem with these checks, with its judge."""
    judges = []

    def session_of(tests):
        judges.append(Judge(make_bank(RIGHT, HEAD + tests), ["odd"]))
        judge = judges[-1].__enter__()
        return judge, judge._session

    yield session_of
    for judge in judges:
        judge.__exit__(None, None, None)


def called(session):
    return {check for (_, check), plain in session._plain.items() if plain is not None}


def test_what_asks_for_our_fixtures_only_is_called(session_of):
    assert called(session_of(PLAIN)[1]) == {"examples", "ours", "nothing"}


def test_what_needs_pytest_is_run_by_it(session_of):
    assert called(session_of(BY_PYTEST)[1]) == {"examples", "default"}


@pytest.mark.parametrize("tests", [SET_UP, OVERRIDDEN])
def test_set_up_of_a_module_is_done_by_pytest(session_of, submit, tests):
    judge, session = session_of(tests)
    assert called(session) == {"examples"}
    assert judge.grade(submit(RIGHT), ["odd"]).score == 2


ENDS = """
def test_raises(student):
    student.f(np.ones(2))["x"]

def test_skips(student):
    pytest.skip("not today")

def test_fails(student):
    pytest.fail("no")

def test_exits(student):
    raise SystemExit(3)

def test_mismatch(student):
    expect(False, "It is wrong.")

def test_call(student):
    student.g(1)
"""


def test_however_a_check_ends_the_report_is_that_of_pytest(session_of, submit):
    judge, session = session_of(ENDS)
    assert len(called(session)) == 7

    def outcomes():
        report = judge.grade(submit(RIGHT), ["odd"], explain=False)
        return [(c.id, c.status, c.message) for c in report.problems[0].checks]

    plain = outcomes()
    session._plain = dict.fromkeys(session._plain)
    assert outcomes() == plain
    assert len({status for _, status, _ in plain}) > 2


@pytest.mark.parametrize("error", [KeyboardInterrupt, pytest.exit.Exception])
def test_what_ends_pytest_is_not_taken_for_a_failure(error):
    def check(trial):
        raise error

    with pytest.raises(error):
        run_plain(check, None)
