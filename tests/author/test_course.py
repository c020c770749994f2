"""The course's own problems, proven as an author would: minutes, so only in the long runs."""

from __future__ import annotations

from pathlib import Path

import pytest

from grader.author.prove import strengths
from grader.bank.load import load_bank

ROOT = Path(__file__).parents[2]


@pytest.mark.soak
def test_every_mutant_of_every_problem_is_killed_or_equivalent():
    bank = load_bank(ROOT)
    for found in strengths(bank, tuple(bank.problems)):
        assert not found.faults
        assert [fate.mutant.name for fate in found.survivors] == []
        assert found.killed - found.crude >= 10, found.problem
