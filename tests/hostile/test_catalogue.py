"""Every number of the catalogue is a case here, in every mode, and is seen to succeed where its
ring is off. What a test is a case of, its name or its id says: `test_13_…`, `[… 13 …]`."""

from __future__ import annotations

import re
import subprocess
import sys
from collections import defaultdict
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
sys.path.insert(0, str(ROOT / "tests" / "support"))
from modes import IS_ROOT, MODES  # noqa: E402 # tests are no package

NUMBERS = range(1, 90)
# What no ring stops: verdicts are made elsewhere (1 to 8 but 7, 10, 13 to 21, 25 to 28, 63, 64,
# 67); files of a submission are never trusted (12, 51 to 55, 77 to 89); what comes over the line is
# counted before it is held (43 to 50). Where the process dies (56 to 62) there is nothing to stop:
# somebody else goes on.
RINGED = {
    *(7, 9, 11, 22, 23, 24, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42),
    *(65, 66, 68, 69, 70, 71, 72, 73, 74, 75, 76),
}
# Refused by the reader, before there is a process that a mode could change.
ANY_MODE = {87}
# Tests in which the attack goes through: without its rings, or until the deadline ends it.
OFF = (
    *("gets_through_without_its_rings", "runs_on_until_its_deadline", "without_their_ring"),
    "what_a_submission_started_ends_with_it",
)
DASH = "\u2013"
NUMBER = re.compile(r"(?:test_|\[|-)((?:\d\d[ _])+)|(?<=[a-z])_(\d\d)(?=_)")


@cache
def collected():
    """Node ids of the tests that attack the sandbox."""
    done = subprocess.run(
        [
            *(sys.executable, "-m", "pytest", "--collect-only", "-q", "-p", "no:cacheprovider"),
            *("-m", "", "tests/hostile", "tests/sandbox"),
        ],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-2000:]
    return [line for line in done.stdout.splitlines() if "::" in line]


def cases(where, chosen=lambda node: True):
    """The node ids below `where` by the numbers that they name."""
    found = defaultdict(list)
    for node in collected():
        if node.startswith(where) and chosen(node):
            for pair in NUMBER.findall(node.split("::", 1)[1]):
                for number in re.findall(r"\d\d", "".join(pair)):
                    found[int(number)].append(node)
    return found


def test_every_number_is_a_case_of_the_judge():
    assert sorted(set(NUMBERS) - cases("tests/hostile").keys()) == []


@pytest.mark.parametrize("mode", MODES, ids=str)
def test_every_number_is_a_case_in_every_mode(mode):
    def is_of(node):
        return re.search(rf"\[(?:.*-)?{mode}(?:-.*)?\]$", node)

    assert sorted(set(NUMBERS) - ANY_MODE - cases("tests/hostile", is_of).keys()) == []


@pytest.mark.skipif(not IS_ROOT, reason="others cannot start a sandbox with no ring but one")
def test_every_number_that_a_ring_stops_is_seen_to_succeed_without_it():
    off = cases("tests/", lambda node: any(name in node for name in OFF))
    assert sorted(RINGED - off.keys()) == []


def test_the_table_of_the_readme_names_every_number_and_where_it_is_tested():
    lines = (Path(__file__).parent / "README.md").read_text("utf-8").splitlines()
    named = {}
    for line in lines:
        if match := re.match(rf"\| ([\d{DASH}, ]+) \| .* \| (.*) \|$", line):
            for part in match[1].split(", "):
                first, _, last = part.partition(DASH)
                for number in range(int(first), int(last or first) + 1):
                    named.setdefault(number, set()).update(re.findall(r"`([\w/]+\.py)`", match[2]))
    assert sorted(named) == list(NUMBERS)
    found = cases("tests/hostile")
    for number, files in named.items():
        here = {node.split("::")[0].removeprefix("tests/hostile/") for node in found[number]}
        assert files & here == here, number
        assert all((Path(__file__).parent / f).exists() or (ROOT / f).exists() for f in files)
