"""The course's own checks run on the names of a kernel, as other graders run their tests.

Nothing stands between the checks and the code: that is what is compared, not what we advise.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Mapping
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Any

import numpy as np

from grader.bank.load import load_bank
from grader.judge.examples import expect_examples
from grader.judge.session import check_files
from grader.judge.trial import Bench, Trial, draws
from grader.model import Bank
from grader.sandbox.local import LocalBackend, load_module
from grader.sandbox.proxies import Student

ROOT = Path(__file__).parents[1]


def run_check(problem: str, check: str, names: Mapping[str, Any]) -> None:
    """Runs one check of a problem on a kernel's names; raises what the check raises."""
    bench, functions = _bench(), _functions(problem)
    subject = bench.bank.problem(problem)
    (about,) = [one for one in subject.checks if one.id == check]
    module = ModuleType("kernel")
    module.__dict__.update(names)
    student = Student(LocalBackend(module))
    trial = Trial(subject, student, bench.reference(subject), draws(bench.bank, about))
    function = functions[check]
    # Overflow is what some checks are about, and the judge silences numpy there too.
    with np.errstate(all="ignore"):
        function(*[getattr(trial, name) for name in inspect.signature(function).parameters])


def checks_of(bank: Bank, assignment: str) -> list[tuple[str, str]]:
    """Problem and id of every check of an assignment, in order."""
    problems = map(bank.problem, bank.assignment(assignment).problems)
    return [(problem.id, check.id) for problem in problems for check in problem.checks]


@cache
def _bench() -> Bench:
    return Bench(load_bank(ROOT))


@cache
def _functions(problem: str) -> dict[str, Callable[..., None]]:
    found: dict[str, Callable[..., None]] = {"examples": expect_examples}
    for path in check_files(_bench().bank.problem(problem)):
        if path.suffix == ".py":
            module = vars(load_module(path))
            found |= {n.removeprefix("test_"): f for n, f in module.items() if n[:5] == "test_"}
    return found
