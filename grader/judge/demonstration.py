"""Counterexamples for one problem of one submission, from children that saw no hidden draw."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from typing import Any

from grader.judge.counterexample import Search, likeness
from grader.judge.desk import Desk, Home
from grader.judge.expect import HAS_METHODS
from grader.judge.mismatch import Mismatch
from grader.judge.reference import Reference
from grader.judge.trial import Bench, Trial, fresh_draws
from grader.model import Check, Counterexample, Problem
from grader.numeric.gradient_table import GradientTable
from grader.sandbox.answers import Answer
from grader.sandbox.cell import Cell
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Backend, Call, Exchange, Student

RunCheck = Callable[[Check, Trial], object]


class KnownFaults:
    """The smallest call on which a listed mistake goes wrong, found once for the whole class."""

    def __init__(self, bench: Bench, run: RunCheck) -> None:
        self._bench = bench
        self._run = run
        self._found: dict[tuple[Hashable, str, str], Call | None] = {}

    def call(self, problem: Problem, check: Check, mistake: str) -> Call | None:
        """That call, of those the check makes; None if the check lets the mistake pass."""
        key = (problem.identity, check.id, mistake)
        if key not in self._found:
            self._found[key] = self._search(problem, check, mistake)
        return self._found[key]

    def _search(self, problem: Problem, check: Check, mistake: str) -> Call | None:
        reference = self._bench.reference(problem)
        if reference is None or problem.secret is None:
            return None
        path = problem.secret / "mistakes" / f"{mistake}.py"
        backend = LocalBackend(self._bench.module(problem, path))

        def ask(call: Call) -> Answer:
            return backend.run([call], watch=False, count=False)[0]

        student = Student(backend)
        self._run(check, Trial(problem, student, reference, fresh_draws(check)))
        found = Search(reference, problem.file.write, set(), ask).smallest(_calls(student))
        return found.call if found else None


class Withheld(Exception):
    """A call may not be put to a child from which numbers are shown."""


class Unseen:
    """A backend that refuses, by Withheld, every call whose likeness is in `hidden` or unknown."""

    def __init__(self, backend: Backend, hidden: frozenset[bytes | None]) -> None:
        self._backend = backend
        self._hidden = hidden

    def run(self, calls: Sequence[Call], *, watch: bool, count: bool) -> list[Answer]:
        images = {likeness(call) for call in calls}
        if None in images or images & self._hidden:
            raise Withheld
        return self._backend.run(calls, watch=watch, count=count)

    def evaluate(self, source: str, inputs: Mapping[str, Any]) -> Answer:
        asked = likeness(Call(source, (), inputs))
        # Which methods there are is asked in words: there is no number in it to give away.
        if source != HAS_METHODS and (asked is None or asked in self._hidden):
            raise Withheld
        return self._backend.evaluate(source, inputs)


def _calls(student: Student) -> list[Exchange]:
    """What was asked that one line can show."""
    return [exchange for exchange in student.exchanges if not exchange.script]


class Demonstration:
    """A context manager, as it holds cells. `run` runs a check on a trial.

    A failed check runs once more on fresh draws in the first cell. Each call worth showing is then
    put to the second, which has seen nothing but such calls. A third is for the slopes of gradient
    checks. Each cell answers within `seconds` for the whole problem, loading included. `hidden` has
    the likenesses of what hidden checks ask.
    """

    def __init__(
        self,
        problem: Problem,
        cell: Cell,
        homes: Mapping[str, Home],
        reference: Reference,
        hidden: frozenset[bytes | None],
        run: RunCheck,
        seconds: float,
    ) -> None:
        self._run = run
        self._problem = problem
        self._reference = reference
        self._cells = (cell.again(), cell.again(), cell.again())
        desks = (Desk(cell, homes, seconds) for cell in self._cells)
        self._rehearsal, self._stage, fresh = desks
        self._unseen = Unseen(fresh, hidden)
        self._search = Search(reference, problem.file.write, hidden, self._ask)

    def __enter__(self) -> Demonstration:
        return self

    def __exit__(self, *_: object) -> None:
        for cell in self._cells:
            cell.close()

    def show(
        self, check: Check, known: Iterable[Call], raising: bool, message: str
    ) -> Counterexample | None:
        """A small call that goes wrong: one of `known`, else the smallest the check makes.

        `raising` says whether the check failed because the student's code raised, `message` what
        is said of it: a call that goes wrong in that way is preferred.
        """
        for call in known:
            wrong = self._search.judge(call)
            if wrong is not None and wrong.raises == raising and wrong.is_as(message):
                return wrong.shown
        student = Student(self._rehearsal)
        self._run(check, self._trial(student, check))
        wrong = self._search.smallest(_calls(student), raising, message)
        return wrong.shown if wrong else None

    def slopes(self, check: Check) -> GradientTable | None:
        """The table of a gradient check that failed, on fresh draws; None if it passes on them.

        The child that answers has seen no call of a hidden check, and is asked none: a check that
        makes such a call again has no table.
        """
        student = Student(self._unseen)
        error = self._run(check, self._trial(student, check))
        return error.table if isinstance(error, Mismatch) else None

    def _trial(self, student: Student, check: Check) -> Trial:
        return Trial(self._problem, student, self._reference, fresh_draws(check))

    def _ask(self, call: Call) -> Answer:
        return self._stage.run([call], watch=False, count=False)[0]
