"""The proofs of many problems, side by side over the processor's cores."""

from __future__ import annotations

import ast
import multiprocessing
from collections.abc import Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor
from functools import cache
from pathlib import Path

from grader.author.proof import prove
from grader.bank.files import from_here
from grader.bank.load import load_bank
from grader.errors import Fault
from grader.model import Bank
from grader.sandbox.cores import cores


def lint(bank: Bank, names: Sequence[str], seeds: int) -> Iterator[tuple[str, list[Fault]]]:
    """Each problem with its faults, in the order of `names`.

    Beside the proof: helpers of the references of one assignment have names of their own, since
    those references can stand in one file, as a student's notebook would.
    """
    for name in names:
        bank.problem(name)
    clashes = helper_clashes(bank)
    places = (bank.root, bank.root / bank.course.solutions)
    jobs = [(*places, name, seeds) for name in names]
    workers = min(cores(), len(jobs))
    with ProcessPoolExecutor(workers, multiprocessing.get_context("spawn")) as pool:
        for name, faults in zip(names, pool.map(_prove, jobs), strict=True):
            yield name, [*clashes.get(name, []), *faults]


def helper_clashes(bank: Bank) -> dict[str, list[Fault]]:
    """Top-level names that two references of one assignment both define, by the later problem."""
    found: dict[str, list[Fault]] = {}
    for assignment in bank.course.assignments.values():
        owner: dict[str, str] = {}
        for name in assignment.problems:
            secret = bank.problems[name].secret
            if secret is None:
                continue
            for helper, line in _helpers(secret / "solution.py"):
                first = owner.setdefault(helper, name)
                fault = Fault(
                    from_here(secret / "solution.py"),
                    line,
                    f"{helper!r} is defined in the solution of {first!r} too; references of one "
                    "assignment must be able to stand in one file",
                )
                if first != name and fault not in found.get(name, []):
                    found.setdefault(name, []).append(fault)
    return found


def _helpers(path: Path) -> Iterator[tuple[str, int]]:
    for node in ast.parse(path.read_text("utf-8")).body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            yield node.name, node.lineno
        elif isinstance(node, ast.Assign):
            yield from ((t.id, node.lineno) for t in node.targets if isinstance(t, ast.Name))


def _prove(job: tuple[Path, Path, str, int]) -> list[Fault]:
    root, solutions, name, seeds = job
    return prove(_bank(root, solutions), name, seeds)


@cache
def _bank(root: Path, solutions: Path) -> Bank:
    """The bank, read once in each process of the pool: it takes a second."""
    return load_bank(root, solutions)
