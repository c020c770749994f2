"""Recorded calls answered by the reference and by the mistakes, remembered for the whole class.

Hidden inputs are the same for every student, so nearly every call that a check records has been
replayed before. Calls that hand back what the student returned are not: the memory is bounded.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from typing import Literal, get_args

import numpy as np

from grader.judge.counterexample import image
from grader.judge.forms import Form, forms
from grader.numeric.closeness import is_close
from grader.numeric.values import Reading, read
from grader.sandbox.answers import Answer, Failure, Value
from grader.sandbox.local import LocalBackend
from grader.sandbox.proxies import CallFailed, Exchange, Function, Student
from grader.sandbox.wire import Handle

_RTOL, _ATOL = 1e-9, 1e-12  # what other algebra may change; a sum that cancels has only noise
_TINY = 1e-30  # below it even noise is smaller than this
_MOST = 50_000
# Values that can only be told apart by what they are: a promise of rows, a function.
_OPAQUE = frozenset(
    ("map", "filter", "zip", "generator", "dict_keys", "dict_values", "dict_items", "function")
)

_Question = tuple[bytes, bool, bytes | None]

Aspect = Literal["values", "refusals", "arguments", "memory", "growth"]
ASPECTS: tuple[Aspect, ...] = get_args(Aspect)


@dataclass(frozen=True)
class Asked:
    """A recorded call, and what was asked in it to the byte; None if it holds what lives in one
    process only."""

    exchange: Exchange
    question: _Question | None

    @classmethod
    def of(cls, exchange: Exchange) -> Asked:
        """The call with its question, which takes a moment to write down."""
        call = image(exchange.call)
        small = image(exchange.small) if exchange.small is not None else None
        if call is None or (small is None and exchange.small is not None):
            return cls(exchange, None)
        return cls(exchange, (call, exchange.watch, small))


class Replays:
    """What modules of ours answer to recorded calls."""

    def __init__(self) -> None:
        self._forms: dict[Form, tuple[Form, ...]] = {}
        self._backends: dict[Form, LocalBackend] = {}
        self._known: dict[tuple[Form, _Question], Exchange] = {}
        self._differ: dict[tuple[Form, Form, _Question], frozenset[Aspect]] = {}

    def forms(self, first: Form) -> tuple[Form, ...]:
        """The forms of a file, the one that stands there first."""
        if first not in self._forms:
            self._forms[first] = forms(first)
        return self._forms[first]

    def answer(self, form: Form, asked: Asked) -> Exchange:
        """The same call answered by a module of ours."""
        if asked.question is None:
            return replay(self._backend(form), asked.exchange)
        key = form, asked.question
        if key not in self._known:
            if len(self._known) >= _MOST:
                self._known.clear()
                self._differ.clear()
            self._known[key] = replay(self._backend(form), asked.exchange)
        return self._known[key]

    def differences(self, wrong: Form, right: Form, asked: Asked) -> frozenset[Aspect]:
        """In what two modules answer a call differently, seen from the right one."""
        if asked.question is None:
            return self._differences(wrong, right, asked)
        key = wrong, right, asked.question
        if key not in self._differ:
            self._differ[key] = self._differences(wrong, right, asked)
        return self._differ[key]

    def _differences(self, wrong: Form, right: Form, asked: Asked) -> frozenset[Aspect]:
        truth = self.answer(right, asked)
        return unlike(self.answer(wrong, asked), truth, truth)

    def _backend(self, form: Form) -> LocalBackend:
        if form not in self._backends:
            self._backends[form] = LocalBackend(form.load())
        return self._backends[form]


def replay(backend: LocalBackend, exchange: Exchange) -> Exchange:
    """The exchange as it goes with another backend."""
    student = Student(backend)
    with suppress(CallFailed):
        if exchange.script:
            student.evaluate(exchange.call.name, **exchange.call.kwargs)
            return student.exchanges[-1]
        function: Function = getattr(student, exchange.call.name)
        if exchange.small is None:
            function.ask(exchange.call, watch=exchange.watch)
        else:
            function.growth(exchange.small, exchange.call)
    return student.exchanges[-1]


def same(a: Exchange, b: Exchange) -> bool:
    """Two exchanges that a check could not tell apart."""
    if isinstance(a.answer, Value) and isinstance(b.answer, Value):
        alike = a.answer.changed == b.answer.changed and a.answer.shared == b.answer.shared
        alike = alike and a.grows == b.grows
        return alike and _same_answer(a.answer, b.answer)
    return _same_answer(a.answer, b.answer)


def unlike(a: Exchange, b: Exchange, right: Exchange) -> frozenset[Aspect]:
    """In what two exchanges differ: the value; where the call must be refused, how it is; the
    arguments changed; the value living in their memory; the lines executed growing with the data.

    Where the call must be refused and neither does, only the form of what came out counts: its
    numbers have no meaning, and other algebra gives others.
    """
    found: set[Aspect] = set()
    values = isinstance(a.answer, Value) and isinstance(b.answer, Value)
    if isinstance(right.answer, Failure):
        if not (_same_form if values else _same_answer)(a.answer, b.answer):
            found.add("refusals")
        return frozenset(found)
    if not _same_answer(a.answer, b.answer):
        found.add("values")
    if isinstance(a.answer, Value) and isinstance(b.answer, Value):
        if a.answer.changed != b.answer.changed:
            found.add("arguments")
        if a.answer.shared != b.answer.shared:
            found.add("memory")
        if a.grows != b.grows:
            found.add("growth")
    return frozenset(found)


def _same_answer(a: Answer | None, b: Answer | None) -> bool:
    if isinstance(a, Value) and isinstance(b, Value):
        return _close(a.value, b.value)
    if isinstance(a, Failure) and isinstance(b, Failure):
        return a.classes[:1] == b.classes[:1]
    return False


def _same_form(a: Answer | None, b: Answer | None) -> bool:
    return isinstance(a, Value) and isinstance(b, Value) and form(a.value) == form(b.value)


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
    """Close, with room for noise unless the values themselves are as small as that."""
    kind = _type_name(expected)
    if kind in _OPAQUE:
        return _type_name(actual) == kind
    try:
        atol = _ATOL if max(_size(actual), _size(expected)) > _TINY else None
        return is_close(actual, expected, rtol=_RTOL, atol=atol)
    except ValueError:
        # What a mistake returns need not be a value that could be expected of anyone.
        return False


def _type_name(value: object) -> str:
    return value.type_name if isinstance(value, Handle) else type(value).__name__


def _size(value: object) -> float:
    """The size of the largest number in a value; 1 for what is no array of numbers."""
    got = read(value)
    return float(np.max(np.abs(got.data), initial=0.0)) if isinstance(got, Reading) else 1.0
