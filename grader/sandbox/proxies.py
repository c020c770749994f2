"""`student.f(...)`: the calls of a check, sent to wherever the student's code lives."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Protocol

import numpy as np

from grader.sandbox.answers import Answer, Failure, Value
from grader.sandbox.copies import copied
from grader.sandbox.scripts import expression
from grader.sandbox.wire import Code

_GROWTH = 3.0  # a loop over n grows 8-fold from n to 8n, array code not at all
_LARGE = 2**20  # bytes of an answer that is kept


class CallFailed(Exception):
    """A call into the student's code gave no value."""

    def __init__(self, failure: Failure, call: Call | None = None) -> None:
        super().__init__(failure.words or failure.kind)
        self.failure = failure
        self.call = call


@dataclass(frozen=True)
class Call:
    """One call of a check: the function's name and its arguments."""

    name: str
    args: tuple[Any, ...]
    kwargs: Mapping[str, Any] = field(default_factory=dict)


class Backend(Protocol):
    """Where calls are answered: a sandboxed cell, or this process for our own code."""

    def run(self, calls: Sequence[Call], *, watch: bool, count: bool) -> list[Answer]:
        """Answers to calls of one function, in order, to the first failure."""

    def evaluate(self, source: str, inputs: Mapping[str, Any]) -> Answer:
        """The last expression of a script run in a copy of the code's names."""


@dataclass(frozen=True)
class Exchange:
    """A call and what it came to, kept for diagnosis and counterexamples.

    `answer` is None where it was too large to keep. `small` is the call on less data that the
    lines executed were compared with, and `grows` what came of it. Of a script, `call` has the
    source as its name and the inputs as keywords.
    """

    call: Call
    answer: Answer | None
    watch: bool = False
    small: Call | None = None
    grows: bool = False
    script: bool = False


class Function:
    """`student.f`: call it, or `.map` it over many inputs in one round trip."""

    def __init__(self, name: str, backend: Backend, record: Callable[[Exchange], None]) -> None:
        self.name = name
        self._backend = backend
        self._record = record

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self.ask(Call(self.name, args, kwargs)).value

    def map(self, inputs: Sequence[Any], **kwargs: Any) -> list[Any]:
        """The values for each input; a tuple is several arguments, anything else is one.

        `kwargs` go with every call.
        """
        if not inputs:
            return []
        calls = [
            Call(self.name, one if isinstance(one, tuple) else (one,), kwargs) for one in inputs
        ]
        answered = list(
            # The answers end at the first failure, hence fewer answers than calls.
            zip(calls, self._backend.run(calls, watch=False, count=False), strict=False)
        )
        for call, answer in answered:
            self._record(Exchange(call, answer))
        return [_checked(answer, call).value for call, answer in answered]

    def ask(self, call: Call, *, watch: bool = False) -> Value:
        """One call with what the other side says of it; CallFailed if it gives no value."""
        (answer,) = self._backend.run([call], watch=watch, count=False)
        self._record(Exchange(call, answer, watch))
        return _checked(answer, call)

    def growth(self, small: Call, large: Call) -> tuple[Value, bool]:
        """The answer to `large`, and whether it runs many more Python lines than `small` does.

        One exchange is recorded: that of `large`, or of `small` if it gives no value.
        """
        (few,) = self._backend.run([small], watch=False, count=True)
        if isinstance(few, Failure):
            self._record(Exchange(small, few))
            raise CallFailed(few, small)
        (many,) = self._backend.run([large], watch=False, count=True)
        grows = isinstance(many, Value) and many.lines > _GROWTH * max(few.lines, 1)
        self._record(Exchange(large, many, small=small, grows=grows))
        return _checked(many, large), grows


class Student:
    """The functions of one problem, by name. `exchanges` records its calls."""

    def __init__(self, backend: Backend) -> None:
        self._backend = backend
        self.exchanges: list[Exchange] = []

    def __getattr__(self, name: str) -> Function:
        if name.startswith("__"):
            raise AttributeError(name)
        return Function(name, self._backend, self._record)

    def _record(self, exchange: Exchange) -> None:
        # A whole class of large answers would fill the judge's memory.
        answer = exchange.answer
        if isinstance(answer, Value):
            answer = None if bytes_of(answer.value) > _LARGE else _as_given(answer)
        # The check still holds what it sent and what it got, and may change it.
        small = exchange.small and _as_made(exchange.small)
        # Not by `replace`, which costs more than all of the copies.
        call = _as_made(exchange.call)
        self.exchanges.append(
            Exchange(call, answer, exchange.watch, small, exchange.grows, exchange.script)
        )

    def evaluate(self, source: str, **inputs: Any) -> Any:
        """Runs a script with the student's names and `inputs`; the value of its last expression."""
        answer = self._backend.evaluate(source, inputs)
        self._record(Exchange(Call(source, (), inputs), answer, script=True))
        return _checked(answer, None).value


def code(source: str) -> Code:
    """A function to pass to a student's function: source of one expression, with np and math."""
    expression(source)
    return Code(source)


def size_of(call: Call) -> int:
    """Roughly the bytes of a call's arguments."""
    return bytes_of(call.args) + bytes_of(dict(call.kwargs))


def _as_made(call: Call) -> Call:
    return Call(call.name, copied(call.args), copied(call.kwargs))


def _as_given(answer: Value) -> Value:
    value = copied(answer.value)
    return answer if value is answer.value else replace(answer, value=value)


def bytes_of(value: Any) -> int:
    """Roughly the bytes of a plain value."""
    kind = type(value)
    if kind is np.ndarray:
        return int(value.nbytes)
    if kind is str:
        return len(value)
    if kind is dict:
        return sum(bytes_of(key) + bytes_of(item) for key, item in value.items())
    return sum(map(bytes_of, value)) + 8 if kind in (list, tuple) else 8


def _checked(answer: Answer, call: Call | None) -> Value:
    if isinstance(answer, Failure):
        raise CallFailed(answer, call)
    return answer
