"""Why checks failed: the mistakes recognised, and for each check what may be shown."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from grader.judge.counterexample import likeness
from grader.judge.demonstration import Demonstration, KnownFaults, RunCheck
from grader.judge.diagnosis import diagnose
from grader.judge.questions import Questions
from grader.judge.replays import Replays
from grader.judge.trial import Bench
from grader.judge.work import Work
from grader.model import Bank, Counterexample, Diagnosis
from grader.numeric.gradient_table import GradientTable
from grader.sandbox.cell import Cell

# Statuses after which a demonstration would only cost time or show nothing new.
_SHOWABLE = ("failed", "raised")
_CALLS = 60  # of one check, for a diagnosis

Shown = tuple[Counterexample | None, GradientTable | None]


@dataclass(frozen=True)
class Explanation:
    """The mistakes named, and by check a counterexample and a table of slopes."""

    diagnosis: tuple[Diagnosis, ...]
    shown: Mapping[str, Shown]


NOTHING = Explanation((), {})


class Explainer:
    """Explains failures; what it learns of mistakes and checks is kept for the whole class."""

    def __init__(self, bench: Bench, run: RunCheck, questions: Questions) -> None:
        self._bench = bench
        self._run = run
        self._questions = questions
        self._replays = Replays()
        self._known = KnownFaults(bench, run)

    def explain(self, work: Work, cell: Cell, bank: Bank) -> Explanation:
        """What is to be said of a problem's failures; nothing, at no cost, if there are none."""
        if not any(work.outcomes[check.id].status in _SHOWABLE for check in work.checks):
            return NOTHING
        # A long check that passed must not take the room of those that say what went wrong.
        by_need = sorted(work.checks, key=lambda check: work.outcomes[check.id].status == "passed")
        made = (exchange for check in by_need for exchange in work.made[check.id][:_CALLS])
        diagnosis = diagnose(work.problem, self._replays, made)
        return Explanation(diagnosis, self._demonstrated(work, cell, bank, diagnosis))

    def _demonstrated(
        self, work: Work, cell: Cell, bank: Bank, diagnosis: tuple[Diagnosis, ...]
    ) -> dict[str, Shown]:
        problem = work.problem
        reference = self._bench.reference(problem)
        wanted = [
            check
            for check in work.checks
            if check.reveal == "counterexample"
            and work.outcomes[check.id].status in _SHOWABLE
            and work.outcomes[check.id].shown is None
        ]
        if reference is None or not wanted:
            return {}
        asked = (e for c in work.checks if c.visibility == "hidden" for e in work.made[c.id])
        hidden = self._questions.hidden(bank, problem) | {likeness(e.call) for e in asked}
        seconds = bank.course.limits.call_seconds
        shown = {}
        with Demonstration(
            problem, cell, work.homes, reference, hidden, self._run, seconds
        ) as demonstration:
            for check in wanted:
                outcome = work.outcomes[check.id]
                calls = (self._known.call(problem, check, d.mistake) for d in diagnosis)
                raising = outcome.status == "raised"
                example = demonstration.show(check, filter(None, calls), raising, outcome.message)
                table = demonstration.slopes(check) if outcome.table else None
                shown[check.id] = example, table
        return shown
