"""Checks run in this process on code of ours: the reference, and mistakes beside it.

A check is a function of the answers it gets. So it passes a file that gives the very answers of
the reference, to the last bit, without being run: what it computes itself, slopes above all, is
paid for once and not with every mistake.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from grader.judge.forms import Form
from grader.judge.memory import NoKey, key_of
from grader.judge.replays import replay
from grader.judge.trial import Bench, Trial, draws
from grader.model import Bank, Check, Problem
from grader.sandbox.answers import Value
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Exchange, Student

Run = Callable[[Check, Trial], BaseException | None]


@dataclass(frozen=True)
class Rehearsal:
    """One check run on the reference: the calls that it made, and what it raised if it failed."""

    calls: tuple[Exchange, ...]
    error: BaseException | None


def rehearse(bench: Bench, run: Run, bank: Bank, problem: Problem, check: Check) -> Rehearsal:
    """A check on the reference, with the draws of `bank`."""
    trial = bench.rehearsal(problem, draws(bank, check))
    error = run(check, trial)
    return Rehearsal(tuple(trial.student.exchanges), error)


def failed_by(
    path: Path,
    bench: Bench,
    run: Run,
    bank: Bank,
    problem: Problem,
    rehearsed: Mapping[str, Rehearsal],
) -> frozenset[str]:
    """Those of the rehearsed checks, by their ids, that a file of ours does not pass."""
    backend = LocalBackend(Form.of(problem, path).load())
    found = set()
    for check in problem.checks:
        if check.id not in rehearsed or _answers_alike(backend, rehearsed[check.id]):
            continue
        student = Student(backend)
        trial = Trial(problem, student, bench.reference(problem), draws(bank, check))
        if run(check, trial) is not None:
            found.add(check.id)
    return frozenset(found)


def _answers_alike(backend: LocalBackend, rehearsed: Rehearsal) -> bool:
    """Whether every call gets the reference's answer, which the check is known to pass."""
    try:
        return rehearsed.error is None and all(
            key_of((call.call.args, dict(call.call.kwargs))) and _alike(call, replay(backend, call))
            for call in rehearsed.calls
        )
    except NoKey:  # an object in it lives in one module only
        return False


def _alike(right: Exchange, other: Exchange) -> bool:
    a, b = right.answer, other.answer
    if not isinstance(a, Value) or not isinstance(b, Value):
        return a is not None and a == b
    said = a.changed == b.changed and a.shared == b.shared and right.grows == other.grows
    return said and key_of(a.value) == key_of(b.value)
