"""Recorded calls answered by the reference and by the mistakes, remembered for the whole class.

Hidden inputs are the same for every student, so nearly every call that a check records has been
replayed before. Calls that hand back what the student returned are not: the memory is bounded.
"""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from grader.judge.counterexample import image
from grader.judge.trial import Bench
from grader.numeric.closeness import compare
from grader.numeric.values import Reading, read
from grader.sandbox.answers import Failure, Value
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import CallFailed, Exchange, Function, Student

_RTOL, _ATOL = 1e-9, 1e-12  # what other algebra may change; a sum that cancels has only noise
_MOST = 50_000

_Question = tuple[bytes, bool, bytes | None]


class Replays:
    """What modules of ours answer to recorded calls."""

    def __init__(self, bench: Bench) -> None:
        self._bench = bench
        self._known: dict[tuple[Path, _Question | None], Exchange] = {}
        self._differ: dict[tuple[Path, Path, _Question | None], bool] = {}

    def answer(self, path: Path, exchange: Exchange) -> Exchange:
        """The same call answered by the module at `path`."""
        question = _question(exchange)
        key = (path, question)
        if question is None:
            return replay(LocalBackend(self._bench.module(path)), exchange)
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
                self._differ.clear()
            self._known[key] = replay(LocalBackend(self._bench.module(path)), exchange)
        return self._known[key]

    def evidence(self, right: Path, wrong: Path, seen: Sequence[Exchange]) -> list[Exchange]:
        """The calls of `seen` that two modules answer differently."""
        return [exchange for exchange in seen if self._tells_apart(right, wrong, exchange)]

    def _tells_apart(self, right: Path, wrong: Path, exchange: Exchange) -> bool:
        key = (right, wrong, _question(exchange))
        if key not in self._differ:
            answers = self.answer(right, exchange), self.answer(wrong, exchange)
            if key[2] is None:
                return not same(*answers)
            self._differ[key] = not same(*answers)
        return self._differ[key]


def replay(backend: LocalBackend, exchange: Exchange) -> Exchange:
    """The exchange as it goes with another backend."""
    student = Student(backend)
    function: Function = getattr(student, exchange.call.name)
    with suppress(CallFailed):
        if exchange.small is None:
            function.ask(exchange.call, watch=exchange.watch)
        else:
            function.growth(exchange.small, exchange.call)
    return student.exchanges[-1]


def same(a: Exchange, b: Exchange) -> bool:
    """Two exchanges that a check could not tell apart."""
    if isinstance(a.answer, Value) and isinstance(b.answer, Value):
        alike = a.answer.changed == b.answer.changed and a.grows == b.grows
        return alike and _close(a.answer.value, b.answer.value)
    if isinstance(a.answer, Failure) and isinstance(b.answer, Failure):
        return a.answer.classes[:1] == b.answer.classes[:1]
    return False


def form(value: object) -> object:
    """What a value is made of, without its numbers: parts, keys and shapes."""
    if isinstance(value, tuple | list) and not is_array(value):
        return [form(part) for part in value]
    if isinstance(value, dict):
        return [(key, form(value[key])) for key in sorted(value, key=repr)]
    got = read(value)
    return got.data.shape if isinstance(got, Reading) else type(value).__name__


def is_array(value: object) -> bool:
    """Whether a list or tuple can be read as one array."""
    return isinstance(read(value), Reading)


def _close(actual: object, expected: object) -> bool:
    try:
        return compare(actual, expected, rtol=_RTOL, atol=_ATOL) is None
    except ValueError:
        # What a mistake returns need not be a value that could be expected of anyone.
        return False


def _question(exchange: Exchange) -> _Question | None:
    """What was asked, to the byte; None if a call holds what lives in one process only."""
    call = image(exchange.call)
    small = image(exchange.small) if exchange.small is not None else None
    if call is None or (small is None and exchange.small is not None):
        return None
    return call, exchange.watch, small
