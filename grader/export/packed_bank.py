"""The part of the bank that one assignment needs, as a bank of its own."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import msgspec
import yaml

from grader.bank.digest import bank_digest
from grader.bank.files import files_under
from grader.bank.load import load_bank
from grader.errors import GraderError
from grader.model import Bank, Problem

_SOLUTIONS = "solutions"


def pack_bank(bank: Bank, assignment: str, to: Path) -> None:
    """Writes into the folder `to` a bank that grades `assignment` exactly as `bank` does.

    It holds course.yaml with this assignment alone, the folders of its problems and of those they
    need, in both trees, and the salt: it is not for students. GraderError where a solution is not
    at hand, or where what was written would not grade the same.
    """
    plan = bank.assignment(assignment)
    for problem in _needed(bank, plan.problems):
        if problem.secret is None:
            raise GraderError(
                f"{problem.id}: its solution is not here, so nothing could be graded; "
                "set GRADER_SOLUTIONS to the folder of the solutions"
            )
        place = Path(problem.unit, problem.id)
        _copy(problem.folder, to / "exercises" / place)
        _copy(problem.secret, to / _SOLUTIONS / place)
    course = msgspec.structs.replace(
        bank.course, assignments={assignment: plan}, solutions=_SOLUTIONS
    )
    text = yaml.safe_dump(msgspec.to_builtins(course), sort_keys=False, allow_unicode=True)
    (to / "course.yaml").write_text(text, "utf-8")
    if bank.salt is not None:
        (to / _SOLUTIONS / "salt").write_bytes(bank.salt)
    copy = load_packed(to)
    if bank_digest(copy, plan.problems, assignment) != bank_digest(bank, plan.problems, assignment):
        raise GraderError(f"{bank.root}: the bank changed while it was being packed; pack it again")


def load_packed(folder: Path) -> Bank:
    """The bank that `pack_bank` wrote there, whatever GRADER_SOLUTIONS says.

    GraderError where it has lost solutions: with public checks alone it would grade, but wrongly.
    """
    bank = load_bank(folder, folder / _SOLUTIONS)
    for problem in bank.problems.values():
        if problem.secret is None:
            place = folder / _SOLUTIONS / problem.unit / problem.id
            raise GraderError(f"{place}: the solution is missing, so nothing can be graded")
    return bank


def _needed(bank: Bank, names: tuple[str, ...]) -> Iterator[Problem]:
    """The problems named and all that they need, each once."""
    waiting, seen = list(names), set(names)
    while waiting:
        problem = bank.problem(waiting.pop())
        yield problem
        more = [name for name in problem.file.needs if name not in seen]
        seen.update(more)
        waiting += more


def _copy(folder: Path, to: Path) -> None:
    for file in files_under(folder):
        target = to / file.relative_to(folder)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(file.read_bytes())
