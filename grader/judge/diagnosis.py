"""Which listed mistake the student made: the one that answers every recorded call as they did."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from grader.judge.trial import Bench
from grader.model import Diagnosis, Problem
from grader.numeric.closeness import compare
from grader.sandbox.answers import Answer, Failure
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Exchange

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
    seen = [e for e in exchanges if not _unanswered(e)][:_MOST_CALLS]
    reference = LocalBackend(bench.module(problem.secret / "solution.py"))
    right = [_ask(reference, e) for e in seen]
    found: dict[frozenset[str], Diagnosis] = {}
    for name, mistake in problem.key.mistakes.items():
        backend = LocalBackend(bench.module(problem.secret / "mistakes" / f"{name}.py"))
        wrong = [_ask(backend, e) for e in seen]
        evidence = _evidence(seen, right, wrong)
        if evidence and all(
            same(e.answer, w)
            for e, w in zip(seen, wrong, strict=True)
            if e.call.name in {seen[n].call.name for n in evidence}
        ):
            functions = frozenset(seen[n].call.name for n in evidence)
            best = found.get(functions)
            if best is None or best.evidence < len(evidence):
                found[functions] = Diagnosis(name, mistake.say, len(evidence))
    return tuple(found.values())


def same(a: Answer, b: Answer) -> bool:
    """Two answers that a check could not tell apart."""
    if isinstance(a, Failure) or isinstance(b, Failure):
        return isinstance(a, Failure) and isinstance(b, Failure) and a.classes[:1] == b.classes[:1]
    return a.changed == b.changed and _close(a.value, b.value)


def _close(actual: object, expected: object) -> bool:
    try:
        return compare(actual, expected, rtol=_RTOL) is None
    except ValueError:
        # What a mistake returns need not be a value that could be expected of anyone.
        return False


def _evidence(
    seen: Sequence[Exchange], right: Sequence[Answer], wrong: Sequence[Answer]
) -> list[int]:
    return [n for n in range(len(seen)) if not same(right[n], wrong[n])]


def _ask(backend: LocalBackend, exchange: Exchange) -> Answer:
    (answer,) = backend.run([exchange.call], watch=exchange.watch, count=False)
    return answer


def _unanswered(exchange: Exchange) -> bool:
    return isinstance(exchange.answer, Failure) and exchange.answer.kind != "raised"
