"""What one run of one check works with: the fixtures `student`, `reference` and `rng`."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

import numpy as np
import pytest

from grader.errors import GraderError
from grader.judge.forms import Form
from grader.judge.reference import Reference
from grader.model import Bank, Check, Problem
from grader.numeric.drawing import generator
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Student


@dataclass(frozen=True)
class Trial:
    """One check about to run: of which variant, whose code, the reference (if at hand), the seeded
    draws."""

    problem: Problem
    student: Student
    reference: Reference | None
    rng: np.random.Generator


class Bench:
    """Where the fixtures look for the trial at hand. One for each pytest session."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.trial: Trial | None = None
        self._modules: dict[Form, ModuleType] = {}
        self._references: dict[Hashable, Reference] = {}

    def module(self, problem: Problem, path: Path) -> ModuleType:
        """A reference or mistake of the problem's variant, loaded once a session."""
        form = Form.of(problem, path)
        if form not in self._modules:
            self._modules[form] = form.load()
        return self._modules[form]

    def reference(self, problem: Problem) -> Reference | None:
        """The problem's solution in its variant, with what it has been asked before."""
        if problem.secret is None:
            return None
        if problem.identity not in self._references:
            module = self.module(problem, problem.secret / "solution.py")
            self._references[problem.identity] = Reference(module)
        return self._references[problem.identity]

    def rehearsal(self, problem: Problem, rng: np.random.Generator) -> Trial:
        """A trial of the reference itself, in this process."""
        if problem.secret is None:
            raise GraderError(f"problem {problem.id!r} has no solution here to be checked against")
        backend = LocalBackend(self.module(problem, problem.secret / "solution.py"))
        return Trial(problem, Student(backend), self.reference(problem), rng)


BENCH = pytest.StashKey[Bench]()


def draws(bank: Bank, check: Check) -> np.random.Generator:
    """The draws of a check: public ones the same everywhere, hidden ones from the course salt."""
    if check.visibility == "public":
        return generator("public", check.problem, check.id)
    return generator(bank.salt or b"no salt", check.problem, check.id)


def fresh_draws(check: Check) -> np.random.Generator:
    """Draws for a demonstration: they tell nothing about the check's own."""
    return generator("demonstration", check.problem, check.id)
