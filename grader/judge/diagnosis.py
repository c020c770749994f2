"""Which listed mistakes the student made: those that answer the recorded calls as they did."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from grader.judge.forms import Form
from grader.judge.replays import ASPECTS, Asked, Aspect, Replays, unlike
from grader.model import Diagnosis, Problem
from grader.sandbox.answers import Failure, Value
from grader.sandbox.proxies import Exchange, size_of

_MOST_CALLS = 200
_MUCH = 2**16  # bytes of arguments
_NUMBERS = re.compile(r"[\d.]+")
# Advice on these begins with "the values are right", so the values must be.
_BESIDE_THE_VALUES = ("arguments", "memory", "growth")


@dataclass(frozen=True)
class _Suspect:
    """A mistake that explains one aspect of one function, and perhaps more.

    `evidence` counts, by aspect, the calls that the mistake answers otherwise than the reference;
    `against` are the aspects in which the student answers otherwise than the mistake.
    """

    mistake: str
    explains: Aspect
    evidence: Counter[Aspect]
    against: frozenset[Aspect]

    @property
    def rank(self) -> tuple[int, int]:
        """How ill it fits; 0, 0 if the student does all that the mistake does and no more."""
        return len(self.against), len(self.against & self.evidence.keys())


def diagnose(
    problem: Problem, replays: Replays, exchanges: Iterable[Exchange]
) -> tuple[Diagnosis, ...]:
    """The mistakes whose behaviour is the student's: for each function, one for each aspect.

    What a function gives, what it refuses, which arguments it changes and how its lines grow are
    judged apart, so that two mistakes at once are both found. A call is evidence for a mistake
    where the reference answers it otherwise; a mistake is suspected if the student's answers are
    its own on every recorded call in the first aspect that has evidence, and named if no other
    suspect fits as well.
    """
    if problem.secret is None or problem.key is None:
        return ()
    seen = [e for e in exchanges if _is_answered(e)][:_MOST_CALLS]
    calls: dict[str, list[Asked]] = {}
    for exchange in seen:
        # Scripts are about the same class, or closures of the same function.
        name = "" if exchange.script else exchange.call.name
        calls.setdefault(name, []).append(Asked.of(exchange))
    right = Form.of(problem, problem.secret / "solution.py")
    files = {name: problem.secret / "mistakes" / f"{name}.py" for name in problem.key.mistakes}
    found: Counter[str] = Counter()
    for made in calls.values():
        suspects = [
            suspect
            for name, path in files.items()
            for form in replays.forms(Form.of(problem, path))
            for suspect in _suspected(name, form, right, replays, made)
        ]
        for suspect in _named(suspects):
            found[suspect.mistake] += sum(suspect.evidence.values())
    mistakes = problem.key.mistakes
    return tuple(Diagnosis(name, mistakes[name].say, count) for name, count in found.items())


def _suspected(
    name: str, form: Form, right: Form, replays: Replays, made: Sequence[Asked]
) -> Iterator[_Suspect]:
    """The suspect that a form of a mistake is in the calls of one function, if it is one.

    A mistake may be at fault for what it costs: a table of all pairs of rows. So it is asked calls
    with much data only where it agrees with the student on all that have little.
    """
    # Code that raises whatever it is given agrees with every mistake that raises by its class; what
    # it says of it must agree, too.
    always = all(isinstance(asked.exchange.answer, Failure) for asked in made)
    evidence: Counter[Aspect] = Counter()
    against: frozenset[Aspect] = frozenset()
    large = [asked for asked in made if size_of(asked.exchange.call) > _MUCH]
    little = [asked for asked in made if size_of(asked.exchange.call) <= _MUCH]
    for part in (little, large):
        for asked in part:
            evidence.update(replays.differences(form, right, asked))
        explains = next((aspect for aspect in ASPECTS if evidence[aspect]), None)
        needed = _needed(explains)
        for asked in part:
            answer = replays.answer(form, asked)
            against |= unlike(asked.exchange, answer, replays.answer(right, asked))
            if against & needed or (always and not _says_the_same(asked.exchange, answer)):
                return
        if against & needed:
            return
    if explains is not None:
        yield _Suspect(name, explains, evidence, against)


def _needed(explains: Aspect | None) -> frozenset[Aspect]:
    """The aspects in which the student must do as the mistake that explains one: all, where there
    is no evidence yet."""
    if explains is None:
        return frozenset(ASPECTS)
    return frozenset((explains, "values") if explains in _BESIDE_THE_VALUES else (explains,))


def _named(suspects: Sequence[_Suspect]) -> Iterator[_Suspect]:
    """For each aspect not yet explained the suspect that fits best, unless two fit alike."""
    explained: set[Aspect] = set()
    for aspect in ASPECTS:
        # Wrong values that nothing explains may go wrong elsewhere for the same reason.
        rivals = [
            s
            for s in suspects
            if s.explains == aspect and not ("values" in s.against and "values" not in explained)
        ]
        if aspect in explained or not rivals:
            continue
        best = min(suspect.rank for suspect in rivals)
        fitting = [suspect for suspect in rivals if suspect.rank == best]
        if len({suspect.mistake for suspect in fitting}) == 1:
            yield fitting[0]
            explained |= fitting[0].evidence.keys() - fitting[0].against


def _says_the_same(a: Exchange, b: Exchange) -> bool:
    """Whether both raise, with the same text but for its numbers."""
    if not (isinstance(a.answer, Failure) and isinstance(b.answer, Failure)):
        return False
    one, other = (_NUMBERS.sub("#", answer.text) for answer in (a.answer, b.answer))
    return one == other


def _is_answered(exchange: Exchange) -> bool:
    answer = exchange.answer
    return isinstance(answer, Value) or (isinstance(answer, Failure) and answer.kind == "raised")
