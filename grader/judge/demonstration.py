"""Counterexamples for one problem of one submission, from children that saw no hidden draw.

A failed check runs once more on fresh draws in a child of its own; each call worth showing is then
put to a third child, which has seen nothing but such calls.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping

from grader.judge.counterexample import image, smallest
from grader.judge.desk import Desk, Home
from grader.judge.reference import Reference
from grader.judge.trial import Trial, fresh_draws
from grader.model import Check, Counterexample
from grader.sandbox.answers import Answer
from grader.sandbox.cell import Cell
from grader.sandbox.proxies import Call, Exchange, Student


class Demonstration:
    """A context manager, as it holds two cells. `run` runs a check on a trial.

    Each cell answers within `seconds` for the whole problem, loading included.
    """

    def __init__(
        self,
        run: Callable[[Check, Trial], object],
        cell: Cell,
        homes: Mapping[str, Home],
        reference: Reference,
        hidden: list[Exchange],
        seconds: float,
    ) -> None:
        self._run = run
        self._cells = (cell.again(), cell.again())
        self._rehearsal, self._stage = (Desk(cell, homes, seconds) for cell in self._cells)
        self._reference = reference
        self._hidden = {image(exchange.call) for exchange in hidden}

    def __enter__(self) -> Demonstration:
        return self

    def __exit__(self, *_: object) -> None:
        for cell in self._cells:
            cell.close()

    def show(self, check: Check) -> Counterexample | None:
        """The shortest call, of those the check makes on fresh draws, that goes wrong."""
        student = Student(self._rehearsal)
        self._run(check, Trial(student, self._reference, fresh_draws(check)))
        return smallest(student.exchanges, self._hidden, self._reference, self._ask)

    def _ask(self, call: Call) -> Answer:
        return self._stage.run([call], watch=False, count=False)[0]
