"""Which listed mistake the student made: the one that answers every recorded call as they did."""

from __future__ import annotations

from collections.abc import Iterable

from grader.judge.replays import Replays, form, same
from grader.model import Diagnosis, Problem
from grader.sandbox.answers import Failure, Value
from grader.sandbox.proxies import Exchange

_MOST_CALLS = 200


def diagnose(
    problem: Problem, replays: Replays, exchanges: Iterable[Exchange]
) -> tuple[Diagnosis, ...]:
    """The mistakes whose behaviour is the student's, one for each function at most.

    A call is evidence for a mistake where the reference answers it otherwise; a mistake is named
    if the student answers every recorded call of those functions as the mistake does.
    """
    if problem.secret is None or problem.key is None:
        return ()
    seen = [e for e in exchanges if _is_answered(e)][:_MOST_CALLS]
    right = problem.secret / "solution.py"
    found: dict[frozenset[str], Diagnosis] = {}
    for name, mistake in problem.key.mistakes.items():
        wrong = problem.secret / "mistakes" / f"{name}.py"
        evidence = replays.evidence(right, wrong, seen)
        functions = frozenset(exchange.call.name for exchange in evidence)
        if evidence and all(
            alike(e, replays.answer(wrong, e), replays.answer(right, e))
            for e in seen
            if e.call.name in functions
        ):
            best = found.get(functions)
            if best is None or best.evidence < len(evidence):
                found[functions] = Diagnosis(name, mistake.say, len(evidence))
    return tuple(found.values())


def alike(student: Exchange, mistake: Exchange, right: Exchange) -> bool:
    """Whether the student's answer is the mistake's. Where an error must be raised, only the form
    of what came out counts: its numbers have no meaning, and other algebra gives others."""
    if isinstance(right.answer, Failure) and isinstance(student.answer, Value):
        other = mistake.answer
        return isinstance(other, Value) and form(student.answer.value) == form(other.value)
    return same(student, mistake)


def _is_answered(exchange: Exchange) -> bool:
    answer = exchange.answer
    return isinstance(answer, Value) or (isinstance(answer, Failure) and answer.kind == "raised")
