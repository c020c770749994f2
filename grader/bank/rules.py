"""Rules between files: the course, its units and assignments, `needs`, names unique in the bank."""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from pathlib import Path

from grader.bank.decode import Decoded
from grader.bank.entry import Entry
from grader.bank.files import folders_in
from grader.bank.order import circles
from grader.bank.wording import did_you_mean, dotted, nearest
from grader.errors import Fault
from grader.model import Course


def bank_faults(course: Decoded[Course] | None, entries: Sequence[Entry]) -> Iterator[Fault]:
    """The faults that only show when files are read together; `course` is None if it is faulty."""
    yield from _same_ids(entries)
    yield from _same_functions(entries)
    yield from _needs(course.record.units if course else (), entries)
    if course:
        yield from _units(course, entries)
        yield from _assignments(course, {entry.id for entry in entries})
        yield from _finite_limits(course)


def stray_solutions(solutions: Path, entries: Sequence[Entry]) -> Iterator[Fault]:
    """Folders of the solutions that belong to no problem."""
    known = {f"{entry.unit}/{entry.id}" for entry in entries}
    for unit in folders_in(solutions):
        for folder in folders_in(unit):
            place = f"{unit.name}/{folder.name}"
            if place not in known:
                text = f"there is no problem exercises/{place}{did_you_mean(place, known)}"
                yield Fault(folder / "key.yaml", 1, text)


def _same_ids(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, Entry] = {}
    for entry in entries:
        other = first.setdefault(entry.id, entry)
        if other is not entry:
            text = f"the problem id `{entry.id}` is taken by exercises/{other.unit}/{other.id}"
            yield Fault(entry.folder / "problem.yaml", 1, text)


def _same_functions(entries: Sequence[Entry]) -> Iterator[Fault]:
    first: dict[str, Entry] = {}
    for entry in entries:
        if entry.problem is None:
            continue
        for name in entry.problem.record.write:
            other = first.setdefault(name, entry)
            if other is not entry:
                text = (
                    f"the function name `{name}` is taken by {other.unit}/{other.id}; "
                    "one notebook can hold a whole assignment, so it must be unique in the bank"
                )
                yield entry.problem.document.fault(text, "write", name)


def _needs(units: Sequence[str], entries: Sequence[Entry]) -> Iterator[Fault]:
    by_id = {entry.id: entry for entry in reversed(entries)}  # of two, the first
    for entry in entries:
        if entry.problem is None:
            continue
        for index, need in enumerate(entry.problem.record.needs):
            if need not in by_id:
                text = f"`needs` names `{need}`, which is not in the bank"
                text += did_you_mean(need, by_id)
                yield entry.problem.document.fault(text, "needs", index)
            elif _is_later(by_id[need].unit, entry.unit, units):
                text = (
                    f"`needs` names `{need}` of the later unit `{by_id[need].unit}`; "
                    f"it must be in `{entry.unit}` or before"
                )
                yield entry.problem.document.fault(text, "needs", index)
    graph = {entry.id: entry.problem.record.needs for entry in entries if entry.problem}
    for circle in circles(graph):
        problem = by_id[circle[0]].problem
        if problem is not None:
            place = ("needs", problem.record.needs.index(circle[1]))
            text = f"`needs` goes round in a circle: {' -> '.join(circle)}"
            yield problem.document.fault(text, *place)


def _is_later(unit: str, than: str, units: Sequence[str]) -> bool:
    return unit in units and than in units and units.index(unit) > units.index(than)


def _units(course: Decoded[Course], entries: Sequence[Entry]) -> Iterator[Fault]:
    units = course.record.units
    yield from _repeated(course, units, "units")
    for unit in dict.fromkeys(entry.unit for entry in entries):
        if unit not in units:
            text = f"the folder exercises/{unit} is not among `units`{nearest(unit, units)}"
            yield course.document.fault(text, "units")


def _assignments(course: Decoded[Course], ids: set[str]) -> Iterator[Fault]:
    for name, assignment in course.record.assignments.items():
        at = ("assignments", name)
        yield from _repeated(course, assignment.problems, *at, "problems")
        for index, problem in enumerate(assignment.problems):
            if problem not in ids:
                text = f"assignment `{name}` names `{problem}`, which is not in the bank"
                text += did_you_mean(problem, ids)
                yield course.document.fault(text, *at, "problems", index)
        for problem in assignment.weights:
            if problem not in assignment.problems:
                text = f"assignment `{name}` weighs `{problem}`, which is not among its problems"
                text += nearest(problem, assignment.problems)
                yield course.document.fault(text, *at, "weights", problem)
            if math.isinf(assignment.weights[problem]):
                text = f"the weight of `{problem}` is infinite; it must be a finite number"
                yield course.document.fault(text, *at, "weights", problem)


def _finite_limits(course: Decoded[Course]) -> Iterator[Fault]:
    for name in ("call_seconds", "problem_seconds"):
        if math.isinf(getattr(course.record.limits, name)):
            text = f"`{name}` is infinite; it must be a finite number, or a loop has no end"
            yield course.document.fault(text, "limits", name)


def _repeated(course: Decoded[Course], names: Sequence[str], *place: str | int) -> Iterator[Fault]:
    for index, name in enumerate(names):
        if name in names[:index]:
            text = f"`{dotted(place)}` names `{name}` twice"
            yield course.document.fault(text, *place, index)
