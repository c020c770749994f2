"""What becomes of mutants: which checks kill them, and whether they answer as the reference does.

Each is graded as a submission would be, sandbox and all, once for each seed of the hidden draws.
The recorded calls are then answered in this process: the code is ours, but for one slip.
"""

from __future__ import annotations

import atexit
import signal
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from textwrap import shorten
from types import ModuleType

import msgspec

from grader.author.draws import as_submission, draws
from grader.author.mutants import Mutant
from grader.bank.arithmetic import Values
from grader.bank.holes import filled
from grader.bank.load import load_bank
from grader.errors import GraderError
from grader.judge.judge import Judge
from grader.judge.replays import replay, same
from grader.model import Bank, CheckReport
from grader.numeric.quiet import quiet
from grader.numeric.show import call_text
from grader.sandbox.answers import Failure
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import Exchange

# A mutant that loops for ever is killed by the clock, and there may be many.
_CALL_SECONDS, _PROBLEM_SECONDS = 1.0, 3.0
_LONGEST = 200
_FILE = Path("solution.py")
_UNDECIDED = ("passed", "skipped", "broken")


@dataclass(frozen=True)
class Job:
    """Some mutants of one problem, and where its bank is."""

    root: Path
    solutions: Path
    problem: str
    mutants: tuple[Mutant, ...]
    seeds: int


@dataclass
class Fate:
    """What became of one mutant.

    `killers` holds, for each seed, the checks with points that it did not pass; `differs` is a
    call that it answers otherwise than the reference, if there is one; `is_crude` says that
    wherever it does so it raises TypeError. `alike` says, for each seed, that with the values of
    that student it survives and answers every call as the reference does, as 2 * x and x**2 are
    alike where x is 2.
    """

    mutant: Mutant
    killers: list[tuple[str, ...]] = field(default_factory=list)
    differs: str | None = None
    is_crude: bool = False
    alike: list[bool] = field(default_factory=list)

    @property
    def survived(self) -> int:
        """The number of draws that it survived, though it could have been told there."""
        if not any(self.killers):
            return len(self.killers)
        pairs = zip(self.killers, self.alike, strict=True)
        return sum(not killers and not alike for killers, alike in pairs)


def fates(job: Job) -> list[Fate]:
    """The fate of each mutant of a job, in order."""
    bank, judge = _judge(job.root, job.solutions, job.problem)
    found = [Fate(mutant) for mutant in job.mutants]
    for seed, draw in enumerate(draws(bank, bank.problem(job.problem), job.seeds, "prove")):
        judge.reseed(draw.salt)
        calls = [e for r in judge.rehearse(job.problem, draw.student).values() for e in r.calls]
        for fate in found:
            source = _with_values(fate.mutant.source, draw.values)
            report = judge.grade(
                as_submission(source, _FILE),
                [job.problem],
                explain=False,
                values_of=draw.student,
            )
            failed = _failed(report.problems[0].checks)
            # Of a mutant that is always killed, one draw tells all that is asked.
            compared = seed == 0 or fate.survived > 0 or not failed
            is_alike = _compare(fate, source, calls) if compared else False
            # Where every answer is right, a clock that ran out tells of a busy machine.
            is_right = fate.differs is None
            fate.killers.append(
                tuple(c.id for c in failed if not (is_right and c.status == "timeout"))
            )
            fate.alike.append(is_alike and not failed and bool(draw.values))
    return found


@cache
def _judge(root: Path, solutions: Path, problem: str) -> tuple[Bank, Judge]:
    """A bank, and a judge of one of its problems with short limits, made once a process."""
    bank = load_bank(root, solutions)
    limits = msgspec.structs.replace(
        bank.course.limits, call_seconds=_CALL_SECONDS, problem_seconds=_PROBLEM_SECONDS
    )
    course = msgspec.structs.replace(bank.course, limits=limits)
    judge = Judge(msgspec.structs.replace(bank, course=course), [problem], unsafe=True)
    judge.__enter__()
    atexit.register(judge.__exit__, None, None, None)
    return bank, judge


def _failed(checks: Sequence[CheckReport]) -> list[CheckReport]:
    return [c for c in checks if c.max_points > 0 and c.status not in _UNDECIDED]


def _with_values(source: str, values: Values) -> str:
    """A mutant as a student with these values would write it; a slip can stand in its arithmetic,
    and where that has no value Python is left to say so."""
    try:
        return filled(source, values)
    except GraderError:
        return source


def _compare(fate: Fate, source: str, calls: Sequence[Exchange]) -> bool:
    """Whether the mutant answers the calls as the reference does; noted if it does not."""
    try:
        with _seconds(_PROBLEM_SECONDS):
            others = list(_otherwise(source, calls))
    except _TimeIsUp:
        fate.differs, fate.is_crude = fate.differs or "a call does not end", False
        return False
    if others and fate.differs is None:
        call = others[0].call
        fate.differs = shorten(call_text(call.name, call.args, call.kwargs), _LONGEST)
        fate.is_crude = all(_is_type_error(other) for other in others)
    return not others


def _otherwise(source: str, calls: Sequence[Exchange]) -> Iterator[Exchange]:
    """The calls as the mutant answers them, where that is not how the reference does."""
    module = ModuleType("mutant")
    with quiet():
        with suppress(Exception):  # as in the sandbox, what stands before a failure counts
            exec(compile(source, "<mutant>", "exec", dont_inherit=True), module.__dict__)
        backend = LocalBackend(module)
        for call in calls:
            if call.answer is not None and not same(answer := replay(backend, call), call):
                yield answer


def _is_type_error(exchange: Exchange) -> bool:
    answer = exchange.answer
    return isinstance(answer, Failure) and answer.classes[:1] == ("TypeError",)


class _TimeIsUp(BaseException):
    """Not an Exception: what answers calls takes those for answers."""


@contextmanager
def _seconds(limit: float) -> Iterator[None]:
    def ring(*_: object) -> None:
        raise _TimeIsUp

    before = signal.signal(signal.SIGALRM, ring)
    signal.setitimer(signal.ITIMER_REAL, limit)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
