"""What runs inside the sandbox: read the files, run their statements, answer calls.

Everything from here on may be patched by the student's code; it can change the values that travel
back and nothing else, since verdicts are made elsewhere.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterable
from typing import Any

from grader.sandbox import guards, reading, uses, wire
from grader.sandbox.blame import described, place_of_error, place_of_frame
from grader.sandbox.counter import LineCounter
from grader.sandbox.line import Line
from grader.sandbox.loading import Files
from grader.sandbox.scripts import names_in, run_code, run_script
from grader.sandbox.sharing import shares_memory
from grader.sandbox.warned import Warnings

_SMALL = 2**16  # bytes of a value that travels even beside one that is too large


class _Child:
    def __init__(self, line: Line) -> None:
        self._line = line
        self._kept: list[Any] = []
        self._files = Files([], self._at)
        self._forbids: dict[str, list[str]] = {}
        self._called: tuple[str, ...] = ()
        self._seen: dict[tuple[str, str], list[int]] = {}  # by function and forbidden name
        self._warnings = Warnings()

    def _at(self, file: int, index: int) -> None:
        self._line.send(wire.Encoder().frame("at", file, index))

    def _note_call(self, forbidden: str) -> None:
        """Called by a guard. What a file does while it is loaded, such as trying out its functions,
        is held against none of them."""
        self._note(self._called, forbidden, place_of_frame(sys._getframe(2)))

    def _note_import(self, forbidden: str) -> None:
        """Called where a module is imported by stealth: it is there for all functions."""
        self._note(self._forbids, forbidden, place_of_frame(sys._getframe(2)))

    def _note(self, functions: Iterable[str], forbidden: str, place: list[int] | None) -> None:
        for name in functions:
            if forbidden in self._forbids.get(name, ()):
                self._seen.setdefault((name, forbidden), place or [])

    def _offence(self) -> list[Any] | None:
        """The answer in place of a value that was got by what the code called may not use."""
        for (name, forbidden), place in self._seen.items():
            if name in self._called:
                return ["forbidden", forbidden, place]
        return None

    def _keep(self, value: Any) -> int:
        self._kept.append(value)
        return len(self._kept) - 1

    def read(
        self, files: list[Any], starters: dict[str, str], forbids: dict[str, list[str]]
    ) -> list[Any]:
        """For each file: faults, bound names and places, those imported, those untouched, uses."""
        self._forbids = forbids
        self._files = Files(files, self._at)
        result = []
        modules = self._files.by_name()
        for r in self._files.readings:
            bound = {name: [s.chunk, s.line] for name, s in r.bound.items() if len(name) < 200}
            places = [[s.chunk, s.line] for s in r.statements]
            same, names = reading.untouched(r, starters), uses.used(r, forbids, modules)
            result.append([r.faults, bound, r.imported, same, names, places])
        return result

    def load(self, skip: list[Any]) -> list[Any]:
        forbidden = {name for names in self._forbids.values() for name in names}
        said = [name for r in self._files.readings for name in (*r.aliases.values(), *r.stars)]
        guards.install(forbidden, said, self._note_call, self._note_import)
        return self._files.load_all(skip)

    def run(self, file: int, name: str, calls: list[Any], watch: bool, count: bool) -> list[Any]:
        """Answers calls one after the other, to the first that fails."""
        function = self._files.modules[file].__dict__.get(name)
        if not callable(function):
            return [["missing"]]
        answers = []
        self._called = (name,)
        for args, kwargs in calls:
            answers.append(self._answer(function, args, kwargs, watch, count))
            if answers[-1][0] != "value":
                break
        return answers

    def _answer(self, function: Any, args: Any, kwargs: Any, watch: bool, count: bool) -> list[Any]:
        try:
            args = [self._receive(value) for value in args]
            kwargs = {key: self._receive(value) for key, value in kwargs.items()}
            before = self._image(args, kwargs) if watch else b""
            self._warnings.clear()
            counter = LineCounter() if count else None
            value = counter.run(function, args, kwargs) if counter else function(*args, **kwargs)
            changed = watch and self._image(args, kwargs) != before
            if offence := self._offence():
                return offence
            shared = watch and shares_memory(value, [*args, *kwargs.values()])
            lines = counter.lines if counter else 0
            return ["value", value, changed, lines, shared, self._warnings.kinds()]
        except BaseException as error:
            return ["raised", *described(error), place_of_error(error) or []]

    def evaluate(self, file: int, source: str, inputs: dict[str, Any]) -> list[Any]:
        """Runs a script of ours in a copy of the student's names; the last expression's value."""
        try:
            received = {key: self._receive(value) for key, value in inputs.items()}
            self._called = tuple(names_in(source))
            value = run_script(source, self._files.modules[file].__dict__, received)
            if offence := self._offence():
                return [offence]
            return [["value", value, False, 0, False, []]]
        except BaseException as error:
            return [["raised", *described(error), place_of_error(error) or []]]

    def _image(self, args: list[Any], kwargs: dict[str, Any]) -> bytes:
        return wire.Encoder(keep=lambda _: 0).frame(args, kwargs)

    def _receive(self, value: Any) -> Any:
        """An argument as the student's function sees it: code compiled, handles opened."""
        kind = type(value)
        if kind is list:
            return [self._receive(item) for item in value]
        if kind is tuple:
            return tuple([self._receive(item) for item in value])
        if kind is dict:
            return {key: self._receive(item) for key, item in value.items()}
        if kind is wire.Code:
            return run_code(value.source)
        if kind is wire.Handle:
            return self._kept[value.number]
        return value

    def _frame(self, number: int, result: list[Any]) -> bytes:
        """The answer; each value too large to travel stays here and goes out as a handle."""
        try:
            return wire.Encoder(self._keep).frame(number, result)
        except (wire.WireError, MemoryError):
            return wire.Encoder(self._keep).frame(number, [self._light(part) for part in result])

    def _light(self, answer: Any) -> Any:
        """An answer whose value is a handle unless it is small, however many there are."""
        if type(answer) is not list or answer[0] != "value" or self._is_small(answer[1]):
            return answer
        name = f"{type(answer[1]).__name__} too large to be sent"
        return ["value", wire.Handle(self._keep(answer[1]), name), *answer[2:]]

    def _is_small(self, value: Any) -> bool:
        try:
            return len(wire.Encoder(lambda _: 0).frame(value)) <= _SMALL
        except (wire.WireError, MemoryError):
            return False

    def serve(self) -> None:
        operations: dict[str, Callable[..., list[Any]]]
        operations = {"read": self.read, "load": self.load, "run": self.run, "eval": self.evaluate}
        while True:
            number, operation, *arguments = self._line.receive()
            self._line.send(self._frame(number, operations[operation](*arguments)))


def serve(line: Line) -> None:
    """Answers the host until it hangs up."""
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 # lives as long as we do
    try:
        _Child(line).serve()
    except wire.Closed:
        return
