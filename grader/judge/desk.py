"""Which file holds which function, and where calls are answered within the time left."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from typing import Any

from grader.judge.source import NOT_RUN, place_name
from grader.model import Problem, Submission
from grader.sandbox.answers import Answer, Failure
from grader.sandbox.cell import Cell
from grader.sandbox.file_reading import FileReading
from grader.sandbox.proxies import Call

_AT = ("numpy.matmul", "operator.matmul", "operator.imatmul", ".__matmul__", ".__rmatmul__")


@dataclass(frozen=True)
class Home:
    """The file of one function, or why there is none; a note where there were several; and the
    names that the function may not use."""

    file: int | None
    failure: Failure | None = None
    note: str = ""
    forbids: tuple[str, ...] = ()


def find_homes(problem: Problem, submission: Submission, cell: Cell) -> dict[str, Home]:
    """The file that answers for each function of a problem.

    A file named after the problem comes first, then the one with most of the problem's functions,
    then the first by name. A definition equal to the starter's counts as absent.
    """
    readings = cell.read()
    if not readings and cell.failure is not None:
        return {name: Home(None, cell.failure) for name in problem.functions}

    def rank(number: int) -> tuple[bool, int, int]:
        stem = submission.files[number].name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
        held = sum(_holds(readings[number], name) for name in problem.functions)
        return stem != problem.id, -held, number

    order = sorted(range(len(readings)), key=rank)
    return {name: _home(problem, name, submission, readings, order) for name in problem.functions}


def _holds(reading: FileReading, name: str) -> bool:
    return name in reading.bound and name not in reading.untouched


def _home(
    problem: Problem,
    name: str,
    submission: Submission,
    readings: Sequence[FileReading],
    order: Sequence[int],
) -> Home:
    holders = [number for number in order if _holds(readings[number], name)]
    # A file that imports a function from another of them does not define it.
    holders = [n for n in holders if name not in readings[n].imported] or holders[:1]
    if not holders:
        return Home(None, Failure("missing", _absent(name, submission, readings)))
    first, names = holders[0], [submission.files[number].name for number in holders]
    note = ""
    if len(holders) > 1:
        note = f"`{name}` is defined in {', '.join(sorted(names))}; {names[0]} was graded"
    used = readings[first].uses.get(name, ())
    forbids = problem.file.write[name].forbids
    for forbidden in forbids:
        if any(_is_within(dotted, forbidden) for dotted in used):
            return Home(first, Failure("forbidden", _forbidden(name, forbidden)), note, forbids)
    return Home(first, None, note, forbids)


def _forbidden(name: str, forbidden: str) -> str:
    return f"`{name}` uses `{forbidden}`, which this problem asks you to do without."


def _is_within(dotted: str, forbidden: str) -> bool:
    if forbidden == "@" and dotted in _AT:
        return True
    full = "numpy" + forbidden[2:] if forbidden.startswith("np.") else forbidden
    return dotted == full or dotted.startswith(full + ".")


def _absent(name: str, submission: Submission, readings: Sequence[FileReading]) -> str:
    if any(name in reading.untouched for reading in readings):
        return f"`{name}` is still the stub of the starter."
    for reading in readings:
        near = get_close_matches(name, reading.bound, n=1, cutoff=0.75)
        if near:
            where = place_name(submission, reading.bound[near[0]])
            return f"`{name}` is not defined; did you mean `{near[0]}` ({where})?"
    if any(reading.faults for reading in readings):
        return (
            f"`{name}` is not defined, or stands in a statement that is not Python (see the notes)."
        )
    return f"`{name}` is not defined in what you handed in."


class Desk:
    """Answers the calls of one problem's checks within the problem's budget of seconds."""

    def __init__(self, cell: Cell, homes: Mapping[str, Home], seconds: float) -> None:
        self._cell = cell
        self._homes = homes
        self._left = seconds

    def run(self, calls: Sequence[Call], *, watch: bool, count: bool) -> list[Answer]:
        name = calls[0].name
        home = self._homes.get(name, Home(None, Failure("missing", f"`{name}` is not defined.")))
        if home.failure is not None:
            return [home.failure]
        assert home.file is not None
        file, pairs = home.file, [(call.args, call.kwargs) for call in calls]
        answers = self._timed(
            lambda left: self._cell.run(file, name, pairs, watch=watch, count=count, seconds=left)
        )
        if isinstance(answers[-1], Failure) and answers[-1].kind == "missing":
            words = f"`{name}` is not a function once your file has run (see the notes)."
            return [*answers[:-1], Failure("missing", words)]
        if isinstance(answers[-1], Failure) and answers[-1].kind == "forbidden":
            # The child saw it while the code ran. What it calls it must be a name of ours.
            seen = answers[-1].words
            known = seen in home.forbids
            words = _forbidden(name, seen) if known else f"`{name}` uses what it may not."
            return [*answers[:-1], Failure("forbidden", words, place=answers[-1].place)]
        return answers

    def evaluate(self, source: str, inputs: Mapping[str, Any]) -> Answer:
        for home in self._homes.values():
            if home.failure is not None:
                return home.failure
        file = next(home.file for home in self._homes.values() if home.file is not None)
        (answer,) = self._timed(
            lambda left: [self._cell.evaluate(file, source, inputs, seconds=left)]
        )
        return answer

    def _timed(self, ask: Callable[[float], list[Answer]]) -> list[Answer]:
        """What `ask` gives within the seconds left, which it is told; they are paid for."""
        if self._left <= 0:
            return [Failure("timeout", NOT_RUN)]
        before = self._cell.seconds
        answers = ask(self._left)
        self._left -= self._cell.seconds - before
        return answers
