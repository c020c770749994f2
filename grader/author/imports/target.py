"""The course that problems go into, and writing them there: all of them, or nothing."""

from __future__ import annotations

import json
import os
import re
import shutil
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from grader.author.imports.skeleton import Made
from grader.bank.load import load_bank
from grader.bank.wording import nearest
from grader.errors import BankError, GraderError
from grader.model import Bank
from grader.model.record import Name


@dataclass(frozen=True)
class Target:
    """A course, or the place of one that is yet to be made (`bank` is None)."""

    root: Path
    unit: str
    bank: Bank | None

    @property
    def solutions(self) -> Path:
        if self.bank is None:
            return self.root / "solutions"
        named = os.environ.get("GRADER_SOLUTIONS")
        return Path(named) if named else self.root / self.bank.course.solutions

    def folder(self, tree: str, problem: str) -> Path:
        """Where a problem's files of a tree belong."""
        return (self.root / "exercises" if tree == "exercises" else self.solutions) / (
            f"{self.unit}/{problem}"
        )


def target(root: Path, unit: str) -> Target:
    """The course at `root`, or a new one where there is nothing yet.

    GraderError where the unit is none of the course's, or the folder holds something else.
    """
    if not is_name(unit):
        raise GraderError(f"the unit {unit!r} must be {_NAME.description}")
    if (root / "course.yaml").is_file():
        bank = load_bank(root)
        if unit not in bank.course.units:
            units = nearest(unit, bank.course.units)
            raise GraderError(f"{root / 'course.yaml'}: `units` has no `{unit}`{units}")
        found = Target(bank.root, unit, bank)
        if bank.problems and not found.solutions.is_dir():
            # Other problems would be without their keys in a folder that held only the new ones.
            text = "the solutions are not here, and new ones go beside them; set GRADER_SOLUTIONS"
            raise GraderError(f"{found.solutions}: {text}")
        return found
    if root.exists() and (not root.is_dir() or any(root.iterdir())):
        text = "is not a course, as it has no course.yaml, and is not empty"
        raise GraderError(f"{root}: {text}; name a course, or a folder that is not there yet")
    return Target(root, unit, None)


[_NAME] = get_args(Name)[1:]


def is_name(text: str) -> bool:
    """Whether it may be the id of a unit or problem."""
    return re.search(_NAME.pattern, text) is not None


def taken(place: Target, made: Sequence[Made]) -> Iterator[str]:
    """A line for each problem, function or folder that is there already, or twice among these."""
    ids: dict[str, str] = {}
    owners: dict[str, str] = {}
    for problem in place.bank.problems.values() if place.bank else ():
        ids[problem.id] = f"{problem.unit}/{problem.id}"
        owners.update(dict.fromkeys(problem.functions, f"{problem.unit}/{problem.id}"))
    for one in made:
        if one.id in ids:
            yield f"the problem id `{one.id}` is taken by {ids[one.id]}; try --prefix"
            continue
        ids[one.id] = f"{place.unit}/{one.id}"
        for tree in ("exercises", "solutions"):
            if (folder := place.folder(tree, one.id)).exists():
                yield f"{folder}: is there already, and nothing is written over"
        for name in one.functions:
            if name in owners:
                yield (
                    f"{one.id}: the function name `{name}` is taken by {owners[name]}; it must be "
                    "unique in the bank"
                )
            owners.setdefault(name, f"{place.unit}/{one.id}")


def faults(place: Target, one: Made) -> list[str]:
    """What the bank's rules say of a problem by itself; empty if it is sound."""
    with tempfile.TemporaryDirectory() as folder:
        root = Path(folder)
        alone = Target(root, place.unit, None)
        _write_files(alone, [one])
        (root / "course.yaml").write_text(_course("One problem", place.unit, []), "utf-8")
        try:
            load_bank(root, root / "solutions")
        except BankError as error:
            return [f"{_below(fault.file)}:{fault.line}: {fault.text}" for fault in error.faults]
    return []


def _below(file: Path) -> str:
    """The place of a file below its course."""
    at = next(n for n, part in enumerate(file.parts) if part in ("exercises", "solutions"))
    return "/".join(file.parts[at:])


def write(place: Target, title: str, made: Sequence[Made], assignment: Iterable[str]) -> None:
    """Writes the problems, and course.yaml for a new course. GraderError, and all of it taken
    back, where that cannot be done."""
    done: list[Path] = []
    try:
        for one in made:
            for tree in ("exercises", "solutions"):
                folder = place.folder(tree, one.id)
                first = _first_new(folder)
                folder.mkdir(parents=True)
                done.append(first)
        _write_files(place, made)
        if place.bank is None:
            course = place.root / "course.yaml"
            with course.open("x", encoding="utf-8") as stream:
                done.append(course)
                stream.write(_course(title, place.unit, list(assignment)))
    except OSError as error:
        for path in reversed(done):
            if path.is_dir():
                shutil.rmtree(path, ignore_errors=True)
            else:
                path.unlink(missing_ok=True)
        reason = (error.strerror or str(error)).lower()
        text = f"{error.filename or place.root}: cannot be written: {reason}; nothing was imported"
        raise GraderError(text) from error


def _first_new(folder: Path) -> Path:
    """The uppermost folder on the way to this one that is not there yet."""
    while not folder.parent.exists():
        folder = folder.parent
    return folder


def _write_files(place: Target, made: Iterable[Made]) -> None:
    for one in made:
        for (tree, name), text in one.files.items():
            file = place.folder(tree, one.id) / name
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(text.encode("utf-8", "replace"))


def _course(title: str, unit: str, problems: list[str]) -> str:
    lines = [f"title: {json.dumps(title, ensure_ascii=False)}", f"units: [{unit}]"]
    if problems:
        lines += ["assignments:", f"  {unit}:", f"    title: {json.dumps(title)}"]
        lines += [f"    problems: [{', '.join(problems)}]"]
    return "\n".join(lines) + "\n"
