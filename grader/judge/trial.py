"""What one run of one check works with: the fixtures `student`, `reference` and `rng`."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np
import pytest

from grader.errors import GraderError
from grader.model import Bank, Check, Problem
from grader.numeric.drawing import generator
from grader.sandbox.local import LocalBackend, load_module, receive
from grader.sandbox.proxies import Student


class Reference:
    """The solution's functions, run here: `reference.f(...)` and `reference.f.map(inputs)`."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def __getattr__(self, name: str) -> ReferenceFunction:
        if name.startswith("__"):
            raise AttributeError(name)
        return ReferenceFunction(getattr(self._module, name))


class ReferenceFunction:
    """One function of the solution; it gets copies of its arguments."""

    def __init__(self, function: Callable[..., Any]) -> None:
        self._function = function

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        own = {key: receive(value) for key, value in kwargs.items()}
        return self._function(*(receive(value) for value in args), **own)

    def map(self, inputs: Sequence[Any]) -> list[Any]:
        """The values for each input; a tuple is several arguments, anything else is one."""
        return [self(*one) if isinstance(one, tuple) else self(one) for one in inputs]


@dataclass(frozen=True)
class Trial:
    """One check about to run: whose code, the reference (if at hand), the seeded draws."""

    student: Student
    reference: Reference | None
    rng: np.random.Generator


class Bench:
    """Where the fixtures look for the trial at hand. One for each pytest session."""

    def __init__(self, bank: Bank) -> None:
        self.bank = bank
        self.trial: Trial | None = None
        self._modules: dict[Path, ModuleType] = {}

    def module(self, path: Path) -> ModuleType:
        """A reference or mistake, loaded once a session."""
        if path not in self._modules:
            self._modules[path] = load_module(path)
        return self._modules[path]

    def reference(self, problem: Problem) -> Reference | None:
        if problem.secret is None:
            return None
        return Reference(self.module(problem.secret / "solution.py"))

    def rehearsal(self, problem: Problem, rng: np.random.Generator) -> Trial:
        """A trial of the reference itself, in this process."""
        if problem.secret is None:
            raise GraderError(f"problem {problem.id!r} has no solution here to be checked against")
        backend = LocalBackend(self.module(problem.secret / "solution.py"))
        return Trial(Student(backend), self.reference(problem), rng)


BENCH = pytest.StashKey[Bench]()


def draws(bank: Bank, check: Check) -> np.random.Generator:
    """The draws of a check: public ones the same everywhere, hidden ones from the course salt."""
    if check.visibility == "public":
        return generator("public", check.problem, check.id)
    return generator(bank.salt or b"no salt", check.problem, check.id)


def fresh_draws(check: Check) -> np.random.Generator:
    """Draws for a demonstration: they tell nothing about the check's own."""
    return generator("demonstration", check.problem, check.id)
