"""Counterexamples for one problem of one submission, from children that saw no hidden draw."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping

from grader.judge.counterexample import Search, image
from grader.judge.desk import Desk, Home
from grader.judge.reference import Reference
from grader.judge.trial import Bench, Trial, fresh_draws
from grader.model import Check, Counterexample, Problem
from grader.sandbox.answers import Answer
from grader.sandbox.cell import Cell
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Call, Exchange, Student

RunCheck = Callable[[Check, Trial], object]


class KnownFaults:
    """The smallest call on which a listed mistake goes wrong, found once for the whole class."""

    def __init__(self, bench: Bench, run: RunCheck) -> None:
        self._bench = bench
        self._run = run
        self._found: dict[tuple[str, str, str], Call | None] = {}

    def call(self, problem: Problem, check: Check, mistake: str) -> Call | None:
        """That call, of those the check makes; None if the check lets the mistake pass."""
        key = (problem.id, check.id, mistake)
        if key not in self._found:
            self._found[key] = self._search(problem, check, mistake)
        return self._found[key]

    def _search(self, problem: Problem, check: Check, mistake: str) -> Call | None:
        reference = self._bench.reference(problem)
        if reference is None or problem.secret is None:
            return None
        backend = LocalBackend(self._bench.module(problem.secret / "mistakes" / f"{mistake}.py"))

        def ask(call: Call) -> Answer:
            return backend.run([call], watch=False, count=False)[0]

        student = Student(backend)
        self._run(check, Trial(student, reference, fresh_draws(check)))
        found = Search(reference, problem.file.write, set(), ask).smallest(student.exchanges)
        return found.call if found else None


class Demonstration:
    """A context manager, as it holds two cells. `run` runs a check on a trial.

    A failed check runs once more on fresh draws in the first cell. Each call worth showing is then
    put to the second, which has seen nothing but such calls. Each cell answers within `seconds`
    for the whole problem, loading included.
    """

    def __init__(
        self,
        problem: Problem,
        cell: Cell,
        homes: Mapping[str, Home],
        reference: Reference,
        hidden: Iterable[Exchange],
        run: RunCheck,
        seconds: float,
    ) -> None:
        self._run = run
        self._reference = reference
        self._cells = (cell.again(), cell.again())
        self._rehearsal, self._stage = (Desk(cell, homes, seconds) for cell in self._cells)
        seen = {image(exchange.call) for exchange in hidden}
        self._search = Search(reference, problem.file.write, seen, self._ask)

    def __enter__(self) -> Demonstration:
        return self

    def __exit__(self, *_: object) -> None:
        for cell in self._cells:
            cell.close()

    def show(self, check: Check, known: Iterable[Call], raising: bool) -> Counterexample | None:
        """A small call that goes wrong: one of `known`, else the smallest the check makes.

        `raising` says whether the check failed because the student's code raised.
        """
        for call in known:
            wrong = self._search.judge(call)
            if wrong is not None and wrong.raises == raising:
                return wrong.shown
        student = Student(self._rehearsal)
        self._run(check, Trial(student, self._reference, fresh_draws(check)))
        wrong = self._search.smallest(student.exchanges, raising)
        return wrong.shown if wrong else None

    def _ask(self, call: Call) -> Answer:
        return self._stage.run([call], watch=False, count=False)[0]
