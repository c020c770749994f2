"""The same calls answered in this process, for our own code only: never a student's."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from types import ModuleType
from typing import Any

from grader.sandbox.answers import Answer, Failure, Value
from grader.sandbox.blame import described
from grader.sandbox.copies import copied
from grader.sandbox.counter import LineCounter
from grader.sandbox.proxies import Call
from grader.sandbox.scripts import run_code, run_script
from grader.sandbox.sharing import shares_memory
from grader.sandbox.wire import Code, Encoder


def load_module(path: Path, text: str | None = None) -> ModuleType:
    """Our own Python file, run as a module that no import can find.

    `text` is what to run in place of what stands in the file.
    """
    source = path.read_bytes() if text is None else text
    module = ModuleType(path.stem)
    module.__file__ = str(path)
    exec(compile(source, str(path), "exec", dont_inherit=True), module.__dict__)
    return module


class LocalBackend:
    """Answers calls with a module's own functions; each gets its own copy of the arguments."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module

    def run(self, calls: Sequence[Call], *, watch: bool, count: bool) -> list[Answer]:
        answers: list[Answer] = []
        for call in calls:
            answers.append(self._one(call, watch, count))
            if isinstance(answers[-1], Failure):
                break
        return answers

    def evaluate(self, source: str, inputs: Mapping[str, Any]) -> Answer:
        try:
            received = {key: receive(value) for key, value in inputs.items()}
            return Value(copied(run_script(source, self._module.__dict__, received)))
        except Exception as error:
            return _raised(error)

    def _one(self, call: Call, watch: bool, count: bool) -> Answer:
        function = getattr(self._module, call.name, None)
        if not callable(function):
            return Failure("missing")
        args = [receive(value) for value in call.args]
        kwargs = {key: receive(value) for key, value in call.kwargs.items()}
        before = _image(args, kwargs) if watch else b""
        counter = LineCounter()
        try:
            value = counter.run(function, args, kwargs) if count else function(*args, **kwargs)
        except Exception as error:
            return _raised(error)
        changed = watch and _image(args, kwargs) != before
        shared = watch and shares_memory(value, [*args, *kwargs.values()])
        return Value(copied(value), changed, counter.lines, shared)


def _raised(error: Exception) -> Failure:
    classes, text = described(error)
    return Failure("raised", "", tuple(classes), text)


def receive(value: Any) -> Any:
    """A value as the called function sees it: a copy, code compiled; an object is itself."""
    kind = type(value)
    if kind is Code:
        return run_code(value.source)
    if kind is tuple:
        return tuple([receive(item) for item in value])
    if kind is list:
        return [receive(item) for item in value]
    if kind is dict:
        return {key: receive(item) for key, item in value.items()}
    return copied(value)


def _image(args: Sequence[Any], kwargs: Mapping[str, Any]) -> bytes:
    return Encoder(keep=lambda _: 0).frame(list(args), dict(kwargs))
