"""The public check `examples`: the calls of problem.yaml, with the values it promises."""

from __future__ import annotations

import builtins
import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import UNSET

from grader.bank.contract import default_of
from grader.judge.counterexample import said_to_raise
from grader.judge.evidence import entries_of, picture_of
from grader.judge.mismatch import Mismatch
from grader.model import Counterexample, Example, Function, Problem
from grader.numeric.closeness import compare
from grader.numeric.show import call_text, paste, tell_apart
from grader.sandbox.proxies import Call, CallFailed, Student, code

_RTOL = 1e-8  # statements print about ten digits
_ATOL = 1e-9
_ARRAY = re.compile(r"^(float|int|bool|complex) arrays?\b")
_MANY = re.compile(r"^(list|tuple|dict) of ((float|int|bool|complex) arrays|tuples|lists|dicts)\b")


class ExampleMismatch(Mismatch):
    """An example gives another value; it carries the call to show."""

    def __init__(self, words: str, detail: str, shown: Counterexample) -> None:
        super().__init__(words, detail)
        self.shown = shown


class ExampleRaised(CallFailed):
    """The code raises on an example, and must not; it carries the call to show."""

    def __init__(self, failed: CallFailed, shown: Counterexample) -> None:
        super().__init__(failed.failure, failed.call)
        self.shown = shown


def expect_examples(problem: Problem, student: Student) -> None:
    """Every example of the problem gives what it promises, or raises it."""
    for example in problem.file.examples:
        if isinstance(example.run, str):
            _expect_lines(example, example.run, student)
            continue
        call = example_call(problem.file.write, example)
        text = call_text(call.name, call.args, call.kwargs)
        try:
            actual = getattr(student, call.name).ask(call).value
        except CallFailed as failed:
            _expect_raised(example, failed, text, _promised(problem, example))
            continue
        if isinstance(example.raises, str):
            shown = Counterexample(text, f"raises {example.raises}", paste(actual))
            words = f"This call must raise {example.raises}, but it returns a value."
            raise ExampleMismatch(words, "", shown)
        expected = _promised(problem, example)
        difference = compare(actual, expected, rtol=_RTOL, atol=_ATOL)
        if difference is not None:
            texts = tell_apart(expected, actual) or (paste(expected), "")
            entries = entries_of(actual, expected, rtol=_RTOL, atol=_ATOL)
            picture = picture_of(problem.file.write[call.name], call, expected, actual)
            shown = Counterexample(text, *texts, entries, picture)
            part = f"`result{difference.where}`: " if difference.where else ""
            raise ExampleMismatch(part + difference.words, difference.detail, shown)


def _expect_lines(example: Example, run: str, student: Student) -> None:
    """The lines of an example give what it promises, or raise it."""
    text = run.strip()
    try:
        actual = student.evaluate(run)
    except CallFailed as failed:
        _expect_raised(example, failed, text, example.gives)
        return
    if isinstance(example.raises, str):
        shown = Counterexample(text, f"raises {example.raises}", paste(actual))
        words = f"These lines must raise {example.raises}, but they give a value."
        raise ExampleMismatch(words, "", shown)
    difference = compare(actual, example.gives, rtol=_RTOL, atol=_ATOL)
    if difference is not None:
        texts = tell_apart(example.gives, actual) or (paste(example.gives), "")
        part = f"`result{difference.where}`: " if difference.where else ""
        shown = Counterexample(text, *texts)
        raise ExampleMismatch(part + difference.words, difference.detail, shown)


def example_call(write: Mapping[str, Function], example: Example) -> Call:
    """The call of an example: arguments by position, those with a default by keyword."""
    assert isinstance(example.call, str)
    assert isinstance(example.given, dict)
    args, kwargs = [], {}
    for name, kind in write[example.call].takes.items():
        if name not in example.given:
            continue
        value = as_value(kind, example.given[name])
        if default_of(kind) is None:
            args.append(value)
        else:
            kwargs[name] = value
    return Call(example.call, tuple(args), kwargs)


def as_value(kind: str, given: Any) -> Any:
    """A YAML value as the type of the contract asks: an array where it says `float array`.

    `list of float arrays` has arrays within, `list of tuples` tuples whose lists are arrays; a
    `function` is given as the text of one expression, `lambda x: x * x`.
    """
    if kind.startswith("function") and isinstance(given, str):
        return code(given)
    many = _MANY.match(kind)
    if many and isinstance(given, Mapping):
        return {key: as_value(many[2], item) for key, item in given.items()}
    if many and isinstance(given, list):
        items = [as_value(many[2], item) for item in given]
        return tuple(items) if many[1] == "tuple" else items
    array = _ARRAY.match(kind)
    if array:
        return np.array(given, dtype=array[1])
    if kind.startswith("tuple"):
        return tuple(_part(item) for item in given)
    if kind.startswith("dict") and isinstance(given, Mapping):
        return {key: _part(item) for key, item in given.items()}
    if re.match(r"^float\b", kind) and isinstance(given, int) and not isinstance(given, bool):
        return float(given)
    return given


def _part(item: Any) -> Any:
    if isinstance(item, Mapping):
        return {key: _part(value) for key, value in item.items()}
    return np.array(item, dtype=float) if isinstance(item, list) else item


def _promised(problem: Problem, example: Example) -> Any:
    """The value that the call of an example must give; UNSET where it must raise."""
    if example.gives is UNSET:
        return UNSET
    return as_value(problem.file.write[str(example.call)].gives, example.gives)


def _expect_raised(example: Example, failed: CallFailed, text: str, expected: Any) -> None:
    """That the call failed is what the example promises."""
    failure, promised = failed.failure, str(example.raises)
    if failure.kind != "raised":
        raise failed
    if example.raises is UNSET:
        raise ExampleRaised(failed, Counterexample(text, paste(expected), said_to_raise(failure)))
    kind = getattr(builtins, promised, None)
    if not (isinstance(kind, type) and failure.is_a(kind)):
        shown = Counterexample(text, f"raises {promised}", said_to_raise(failure))
        raise ExampleRaised(failed, shown)
