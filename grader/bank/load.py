"""Reading a whole bank: every file, every rule, and every fault in one error."""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TypeVar, get_args

from grader.bank.arithmetic import listed
from grader.bank.code_rules import code_faults
from grader.bank.decode import Decoded, decode_file
from grader.bank.entry import Entry
from grader.bank.files import folders_in, from_here
from grader.bank.leaks import leaks
from grader.bank.order import reading_order
from grader.bank.parameter_rules import parameter_faults
from grader.bank.problem_rules import problem_faults
from grader.bank.rules import bank_faults, stray_solutions
from grader.bank.variants import first_values
from grader.errors import BankError, Fault, GraderError
from grader.model import Bank, Course, KeyFile, ProblemFile
from grader.model.record import Name

T = TypeVar("T")
_PUBLIC = ("problem.yaml", "statement.md", "starter.py")


def find_root(start: Path) -> Path:
    """The nearest folder with a course.yaml, from `start` upward. Raises GraderError if none."""
    here = start.resolve()
    for folder in (here, *here.parents):
        if (folder / "course.yaml").is_file():
            return folder
    raise GraderError(
        f"{here}: no course.yaml here or in a folder above; "
        "change to the folder of a course, or name it with --course DIR"
    )


def load_bank(root: Path, solutions: Path | None = None) -> Bank:
    """The bank below `root`, its problems in reading order.

    The solutions are at `solutions`, else where the variable GRADER_SOLUTIONS says, else where
    course.yaml says; if that is no folder, problems have no secret and no key. The salt is the
    variable GRADER_SALT, else the file `salt` of the solutions. Raises BankError with every fault
    of every file, and GraderError if `root` has no course.yaml.
    """
    root = root.resolve()
    if not (root / "course.yaml").is_file():
        raise GraderError(f"{root}: no course.yaml in this folder; it must be the root of a course")
    faults: list[Fault] = []
    course = _try(root / "course.yaml", Course, faults)
    secrets = _solutions(root, solutions, course.record if course else None)
    units = course.record.units if course else ()
    entries = [
        _entry(folder, secrets, faults)
        # In the course's order, so that of two problems with one name the later is at fault.
        for unit in sorted(folders_in(root / "exercises"), key=lambda unit: _rank(unit.name, units))
        for folder in folders_in(unit)
    ]
    faults.extend(_all_faults(root, course, secrets, entries))
    if faults or course is None:
        raise BankError([Fault(from_here(f.file), f.line, f.text) for f in faults])
    problems = reading_order([entry.to_problem() for entry in entries], course.record)
    return Bank(root, course.record, {problem.id: problem for problem in problems}, _salt(secrets))


def _all_faults(
    root: Path, course: Decoded[Course] | None, secrets: Path | None, entries: list[Entry]
) -> Iterator[Fault]:
    yield from bank_faults(course, entries)
    if secrets:
        yield from stray_solutions(secrets, entries)
    for entry in entries:
        if entry.problem and entry.problem.record.parameters:
            wrong = list(parameter_faults(entry, entry.problem))
            yield from wrong
            # With values that make no sense, what follows would speak of nothing else.
            if wrong:
                continue
            entry = entry.variant(first_values(entry.problem.record.parameters))
        told = f" (with {listed(entry.values)})" if entry.values else ""
        for fault in (*problem_faults(entry), *code_faults(entry)):
            yield replace(fault, text=f"{fault.text}{told}")
    yield from leaks(root / "exercises", entries)


def _rank(unit: str, units: Sequence[str]) -> int:
    return units.index(unit) if unit in units else len(units)


def _solutions(root: Path, given: Path | None, course: Course | None) -> Path | None:
    named = os.environ.get("GRADER_SOLUTIONS")
    declared = root / (course.solutions if course else "solutions")
    folder = given or (Path(named) if named else declared)
    return folder.resolve() if folder.is_dir() else None


def _salt(secrets: Path | None) -> bytes | None:
    if named := os.environ.get("GRADER_SALT"):
        return named.strip().encode()
    file = secrets / "salt" if secrets else None
    return file.read_bytes().strip() if file and file.is_file() else None


def _entry(folder: Path, secrets: Path | None, faults: list[Fault]) -> Entry:
    name, unit = folder.name, folder.parent.name
    secret = secrets / unit / name if secrets else None
    required = [folder / file for file in _PUBLIC]
    if secret:
        required += [secret / file for file in ("key.yaml", "solution.py", f"test_{name}.py")]
    missing = "the file is missing; every problem has one"
    faults.extend(Fault(file, 1, missing) for file in required if not file.is_file())
    faults.extend(_name_faults(folder))
    problem = _try(folder / "problem.yaml", ProblemFile, faults)
    key = _try(secret / "key.yaml", KeyFile, faults) if secret else None
    return Entry(name, unit, folder, secret, problem, key)


def _name_faults(folder: Path) -> Iterator[Fault]:
    """A problem's id is its folder's name, and follows the rule of all names."""
    [meta] = get_args(Name)[1:]
    if not re.search(meta.pattern, folder.name):
        text = f"the folder `{folder.name}` names the problem; it must be {meta.description}"
        yield Fault(folder / "problem.yaml", 1, text)


def _try(file: Path, record: type[T], faults: list[Fault]) -> Decoded[T] | None:
    if not file.is_file():
        return None
    try:
        return decode_file(file, record)
    except BankError as error:
        faults.extend(error.faults)
        return None
