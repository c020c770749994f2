"""What checks ask of a submission, known from running them on the reference."""

from __future__ import annotations

from collections.abc import Callable, Collection, Hashable

from grader.judge.counterexample import likeness
from grader.judge.trial import Bench, Trial, draws
from grader.model import Bank, Check, Problem
from grader.model.bank import Visibility
from grader.sandbox.proxies import Exchange

_HIDDEN: tuple[Visibility, ...] = ("hidden",)


class Questions:
    """The calls of a problem's checks; `run` runs a check on a trial."""

    def __init__(self, bench: Bench, run: Callable[[Check, Trial], object]) -> None:
        self._bench = bench
        self._run = run
        self._hidden: dict[Hashable, frozenset[bytes | None]] = {}

    def calls(self, bank: Bank, problem: Problem, kinds: Collection[Visibility]) -> list[Exchange]:
        """The calls of the checks of these kinds with the draws of `bank`, answered here.

        A check that fails on the reference gives those it made till then.
        """
        made: list[Exchange] = []
        for check in problem.checks:
            if check.visibility in kinds:
                trial = self._bench.rehearsal(problem, draws(bank, check))
                self._run(check, trial)
                made += trial.student.exchanges
        return made

    def hidden(self, bank: Bank, problem: Problem) -> frozenset[bytes | None]:
        """The likenesses of the calls of hidden checks, remembered for the whole class.

        A failure ends a check before some of its calls, which are hidden all the same.
        """
        key = problem.identity
        if key not in self._hidden:
            calls = self.calls(bank, problem, _HIDDEN)
            self._hidden[key] = frozenset(likeness(exchange.call) for exchange in calls)
        return self._hidden[key]

    def forget(self) -> None:
        """Drops what is remembered, as draws from another salt will be others."""
        self._hidden.clear()
