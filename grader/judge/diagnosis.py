"""Which listed mistake the student made: the one that answers every recorded call as they did."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress
from types import ModuleType

from grader.judge.trial import Bench
from grader.model import Diagnosis, Problem
from grader.numeric.closeness import compare
from grader.sandbox.answers import Failure, Value
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import CallFailed, Exchange, Function, Student

_RTOL = 1e-9
_MOST_CALLS = 200


def diagnose(
    problem: Problem, bench: Bench, exchanges: Iterable[Exchange]
) -> tuple[Diagnosis, ...]:
    """The mistakes whose behaviour is the student's, one for each function at most.

    A call is evidence for a mistake where the reference answers it otherwise; a mistake is named
    if the student answers every recorded call of those functions as the mistake does.
    """
    if problem.secret is None or problem.key is None:
        return ()
    seen = [e for e in exchanges if _is_answered(e)][:_MOST_CALLS]
    right = _replay(bench.module(problem.secret / "solution.py"), seen)
    found: dict[frozenset[str], Diagnosis] = {}
    for name, mistake in problem.key.mistakes.items():
        wrong = _replay(bench.module(problem.secret / "mistakes" / f"{name}.py"), seen)
        evidence = [n for n in range(len(seen)) if not same(right[n], wrong[n])]
        functions = frozenset(seen[n].call.name for n in evidence)
        if evidence and all(
            same(e, w) for e, w in zip(seen, wrong, strict=True) if e.call.name in functions
        ):
            best = found.get(functions)
            if best is None or best.evidence < len(evidence):
                found[functions] = Diagnosis(name, mistake.say, len(evidence))
    return tuple(found.values())


def same(a: Exchange, b: Exchange) -> bool:
    """Two exchanges that a check could not tell apart."""
    if isinstance(a.answer, Value) and isinstance(b.answer, Value):
        alike = a.answer.changed == b.answer.changed and a.grows == b.grows
        return alike and _close(a.answer.value, b.answer.value)
    if isinstance(a.answer, Failure) and isinstance(b.answer, Failure):
        return a.answer.classes[:1] == b.answer.classes[:1]
    return False


def _close(actual: object, expected: object) -> bool:
    try:
        return compare(actual, expected, rtol=_RTOL) is None
    except ValueError:
        # What a mistake returns need not be a value that could be expected of anyone.
        return False


def _replay(module: ModuleType, seen: Iterable[Exchange]) -> list[Exchange]:
    """The same calls answered by a module of ours."""
    student = Student(LocalBackend(module))
    for exchange in seen:
        function: Function = getattr(student, exchange.call.name)
        with suppress(CallFailed):
            if exchange.small is None:
                function.ask(exchange.call, watch=exchange.watch)
            else:
                function.growth(exchange.small, exchange.call)
    return student.exchanges


def _is_answered(exchange: Exchange) -> bool:
    answer = exchange.answer
    return isinstance(answer, Value) or (isinstance(answer, Failure) and answer.kind == "raised")
