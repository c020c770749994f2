"""What reports list: the rings that no probe got through, and whether they are enough."""

from __future__ import annotations

import json
import subprocess
import sys
from itertools import chain, combinations
from pathlib import Path

import pytest

from grader.errors import SandboxError
from grader.sandbox import kernel, minimum, rings

sys.path.insert(0, str(Path(__file__).parents[1] / "support"))
from modes import IS_ROOT, MODES  # tests are no package

EACH = [ring.__name__ for ring in rings.RINGS]
PROBED = """
import json, os, sys, tempfile
from grader.sandbox import namespaces, probes, rings
asleep = sys.argv[1:]
os.environ["OMP_NUM_THREADS"] = "1"
def sleeping(name):
    def ring(_): pass
    ring.__name__ = name
    return ring
rings.RINGS = tuple(sleeping(r.__name__) if r.__name__ in asleep else r for r in rings.RINGS)
names = [r.__name__ for r in rings.RINGS if r.__name__ != "mountns" or "mountns" in asleep]
if "capabilities" in asleep:
    names.remove("uid")  # which takes them too
scratch = tempfile.mkdtemp()
os.chmod(scratch, 0o777)
allowance = rings.Allowance(2**30, 60, scratch, 10_000)
said, saying = os.pipe()
if os.fork() == 0:
    os.write(saying, json.dumps(probes.held_by_a_child(allowance, names)).encode())
    os._exit(0)
os.close(saying)
os.wait()
print(os.read(said, 4096).decode())
"""


def held(*asleep):
    done = subprocess.run(
        [sys.executable, "-c", PROBED, *asleep], capture_output=True, text=True, check=True
    )
    return set(json.loads(done.stdout))


@pytest.mark.skipif(not IS_ROOT, reason="others have no power that a ring could take")
def test_rings_that_hold_are_listed():
    assert held() == set(EACH) - {"mountns"}


@pytest.mark.skipif(not IS_ROOT, reason="others have no power that a ring could take")
@pytest.mark.parametrize("ring", EACH)
def test_a_ring_that_stops_nothing_is_not_listed(ring):
    assert ring not in held(ring)


@pytest.mark.skipif(not IS_ROOT, reason="others cannot unshare as they are")
def test_shared_memory_tells_one_ipc_namespace_from_another():
    inside = "from grader.sandbox import kernel\nmemory = kernel.SharedMemory()\n"
    for step, reach in (("", True), ("kernel.unshare(kernel.NEW_IPC)\n", False)):
        code = f"{inside}{step}print(memory.is_in_reach())\nmemory.close()\n"
        done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True)
        assert done.stdout == f"{reach}\n", done.stderr


def test_shared_memory_is_gone_when_it_is_closed():
    memory = kernel.SharedMemory()
    assert memory.is_in_reach()
    memory.close()
    assert not memory.is_in_reach()
    memory.close()


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_hidden_checks_are_refused_exactly_where_nothing_sets_the_child_apart(mode):
    assert (minimum.missing(mode.rings) == []) == bool({"uid", "userns"} & mode.rings)


ALL = ("uid", "userns", "seccomp", "landlock", "mountns", "rlimits", "pidns")


def test_the_minimum_is_one_of_each():
    some = chain.from_iterable(combinations(ALL, n) for n in range(len(ALL) + 1))
    for found in map(set, some):
        enough = bool(found & {"uid", "userns"}) and "seccomp" in found
        enough = enough and bool(found & {"landlock", "mountns"})
        assert (minimum.missing(found) == []) == enough
        if not enough:
            with pytest.raises(SandboxError, match="--unsafe"):
                minimum.require(found)
