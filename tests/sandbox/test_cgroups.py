"""The control group around a zygote: what it bounds, and that it goes."""

from __future__ import annotations

import os
import subprocess

import pytest

from grader.model import Chunk, Limits, SourceFile
from grader.sandbox.answers import Failure, Value
from grader.sandbox.cell import Cell
from grader.sandbox.cgroups import Group
from grader.sandbox.host import Zygote

LIMITS = Limits(call_seconds=20.0, problem_seconds=30.0, memory="1 GiB")
FORKS = """
import os
def fork_many(count):
    ends = os.pipe()
    children = []
    try:
        for _ in range(count):
            child = os.fork()
            if child == 0:
                os.close(ends[1])
                os.read(ends[0], 1)
                os._exit(0)
            children.append(child)
    finally:
        os.close(ends[1])
        for child in children:
            os.waitpid(child, 0)
    return 1
"""
BARE = ("session", "environment", "no_new_privs")


@pytest.fixture(scope="module", autouse=True)
def possible():
    sleeper = subprocess.Popen(["sleep", "60"])
    group = Group(sleeper.pid)
    holds = group.holds
    sleeper.kill()
    sleeper.wait()
    group.remove()
    if not holds:
        pytest.skip("no control group may be made here")


def forked(names):
    zygote = Zygote([*BARE, *names])
    cell = Cell(zygote, [SourceFile("work.py", (Chunk(FORKS),))], {}, LIMITS)
    try:
        assert set(names) <= set(zygote.rings)
        return cell.run(0, "fork_many", [((600,), {})])[0]
    finally:
        cell.close()
        zygote.close()


def test_processes_are_bounded_by_it_and_by_no_other_ring():
    denied = forked(["cgroup"])
    assert isinstance(denied, Failure)
    assert denied.classes[0] == "BlockingIOError"
    assert forked([]) == Value(1)


def test_a_group_ends_with_its_zygote_and_sweeps_those_left_behind():
    zygote = Zygote()
    assert "cgroup" in zygote.rings
    folders = list(zygote._group._folders)
    assert all(folder.exists() for folder in folders)
    left = [folder.with_name(f"nabla-{2**22 + os.getpid()}") for folder in folders]
    for folder in left:
        folder.mkdir()
    zygote.close()
    assert not any(folder.exists() for folder in folders)
    other = Zygote()
    assert other.rings
    other.close()
    assert not any(folder.exists() for folder in left)
