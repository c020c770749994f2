"""What checks ask of a submission, known from running them on the reference."""

from __future__ import annotations

from collections.abc import Hashable

from grader.judge.counterexample import likeness
from grader.judge.rehearsal import Run, rehearse
from grader.judge.trial import Bench
from grader.model import Bank, Problem


class Questions:
    """The calls of a problem's hidden checks; `run` runs a check on a trial."""

    def __init__(self, bench: Bench, run: Run) -> None:
        self._bench = bench
        self._run = run
        self._hidden: dict[Hashable, frozenset[bytes | None]] = {}

    def hidden(self, bank: Bank, problem: Problem) -> frozenset[bytes | None]:
        """The likenesses of the calls of hidden checks, remembered for the whole class.

        A failure ends a check before some of its calls, which are hidden all the same.
        """
        key = problem.identity
        if key not in self._hidden:
            checks = [check for check in problem.checks if check.visibility == "hidden"]
            rehearsed = (rehearse(self._bench, self._run, bank, problem, c) for c in checks)
            self._hidden[key] = frozenset(likeness(e.call) for r in rehearsed for e in r.calls)
        return self._hidden[key]

    def forget(self) -> None:
        """Drops what is remembered, as draws from another salt will be others."""
        self._hidden.clear()
