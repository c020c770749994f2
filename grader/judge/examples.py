"""The public check `examples`: the calls of problem.yaml, with the values it promises."""

from __future__ import annotations

import builtins
from typing import Any

from msgspec import UNSET

from grader.judge.counterexample import said_to_raise
from grader.judge.evidence import entries_of, picture_of
from grader.judge.example_values import example_call, promised
from grader.judge.mismatch import Mismatch
from grader.model import Counterexample, Example, Problem
from grader.numeric.closeness import compare
from grader.numeric.show import call_text, paste, tell_apart
from grader.sandbox.proxies import CallFailed, Student

_RTOL = 1e-8  # statements print about ten digits
_ATOL = 1e-9


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
            _expect_raised(example, failed, text, promised(problem.file.write, example))
            continue
        if isinstance(example.raises, str):
            shown = Counterexample(text, f"raises {example.raises}", paste(actual))
            words = f"This call must raise {example.raises}, but it returns a value."
            raise ExampleMismatch(words, "", shown)
        expected = promised(problem.file.write, example)
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
