"""A deadline is about time that is the code's own: a machine with too much to do costs nobody."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest

from grader.model import Limits
from grader.sandbox.answers import Failure, Value

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from processes import descendants  # tests are no package

LIMITS = Limits(call_seconds=0.8, problem_seconds=8.0, memory="1 GiB")
SOURCE = """
import time

def works(seconds):
    end = time.process_time() + seconds
    while time.process_time() < end:
        pass
    return 1

def sleeps(seconds):
    time.sleep(seconds)
    return 1

def nothing():
    return 0
"""
CROWD = 4  # processes that want the same processor


@pytest.fixture
def crowded(cell, zygote):
    """A cell whose child shares one processor with others that never rest."""
    crowded = cell(SOURCE, limits=LIMITS)
    assert crowded.run(0, "nothing", [((), {})]) == [Value(0)]
    place = min(os.sched_getaffinity(0))
    never_rests = [sys.executable, "-c", "print(flush=True)\nwhile True: pass"]
    # In sessions of their own: the kernel may share processors out by session.
    busy = [
        subprocess.Popen(never_rests, stdout=subprocess.PIPE, start_new_session=True)
        for _ in range(CROWD)
    ]
    try:
        for one in busy:
            one.stdout.readline()  # a machine with much to do may take long to start it
        for pid in [*(one.pid for one in busy), *descendants(zygote)]:
            os.sched_setaffinity(pid, {place})
        yield crowded
    finally:
        for one in busy:
            one.kill()
            one.communicate()


def ask(cell, name, *args):
    began = time.monotonic()
    (answer,) = cell.run(0, name, [(args, {})])
    return answer, time.monotonic() - began


def test_a_call_that_gets_a_fifth_of_a_processor_has_its_seconds_all_the_same(crowded):
    before = crowded.seconds
    answer, took = ask(crowded, "works", 0.5)
    assert answer == Value(1)
    assert took > LIMITS.call_seconds  # or the crowd was none
    assert crowded.seconds - before < LIMITS.call_seconds


def test_a_call_that_works_too_long_is_ended_in_a_crowd_too(crowded):
    answer, took = ask(crowded, "works", 60)
    assert isinstance(answer, Failure)
    assert answer.kind == "timeout"
    assert took < 6 * LIMITS.call_seconds


def test_a_call_that_rests_is_not_given_more_time(cell):
    resting = cell(SOURCE, limits=LIMITS)
    resting.read()
    before = resting.seconds
    answer, _ = ask(resting, "sleeps", 60)
    assert isinstance(answer, Failure)
    assert answer.kind == "timeout"
    assert LIMITS.call_seconds <= resting.seconds - before < 2 * LIMITS.call_seconds
