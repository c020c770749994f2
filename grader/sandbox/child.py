"""What runs inside the sandbox: read the files, run their statements, answer calls.

Everything from here on may be patched by the student's code; it can change the values that travel
back and nothing else, since verdicts are made elsewhere.
"""

from __future__ import annotations

import ast
import builtins
import importlib.abc
import importlib.machinery
import importlib.util
import math
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from grader.sandbox import guards, reading, uses, wire
from grader.sandbox.counter import LineCounter
from grader.sandbox.line import Line
from grader.sandbox.scripts import run_script
from grader.sandbox.sharing import shares_memory

_SMALL = 2**16  # bytes of a value that travels even beside one that is too large
_BUILTIN_ERRORS = {
    kind
    for kind in vars(builtins).values()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}


class _Files(importlib.abc.MetaPathFinder, importlib.abc.Loader):
    """The submission's files as modules; they may import one another, never shadow a library."""

    def __init__(self, files: Sequence[Any], announce: Callable[[int, int], None]) -> None:
        self.names = [name for name, _, _ in files]
        self.readings = [reading.read(chunks) for _, _, chunks in files]
        self.modules = [_module(name, notebook) for name, notebook, _ in files]
        self.faults: list[list[Any]] = []
        self._announce = announce
        self._skip: set[tuple[int, int]] = set()
        self._begun: set[int] = set()
        self._running: tuple[int, int] | None = None

    def by_name(self) -> dict[str, reading.Reading]:
        """The readings by the name under which files import one another."""
        pairs = zip(self.modules, self.readings, strict=True)
        return {module.__spec_name__: found for module, found in pairs}

    def load_all(self, skip: Sequence[Sequence[int]]) -> list[list[Any]]:
        self._skip = {(file, index) for file, index in skip}
        sys.meta_path.append(self)
        for number in range(len(self.modules)):
            self.load(number)
        return self.faults

    def load(self, number: int) -> None:
        if number in self._begun:
            return
        self._begun.add(number)
        _register(self.modules[number])
        outer = self._running
        flags = _future_flags(self.readings[number].statements)
        space = self.modules[number].__dict__
        for index, statement in enumerate(self.readings[number].statements):
            if (number, index) in self._skip:
                continue
            self._run(number, index)
            place = f"<student {number} {statement.chunk}>"
            try:
                tree = ast.Module([statement.node], [])
                exec(compile(tree, place, "exec", flags, dont_inherit=True), space)
            except BaseException as error:
                line = _student_line(error) or [number, statement.chunk, statement.line]
                classes, text = _describe(error)
                if isinstance(error, SyntaxError) and error.filename == place:
                    text = error.msg  # str() would add a place that means nothing to the student
                    line[2] = max(line[2], error.lineno or 0)
                self.faults.append([*line, classes, text])
        if outer is not None:
            self._run(*outer)

    def _run(self, number: int, index: int) -> None:
        """Says which statement runs now: if the child never comes back, it is to blame."""
        self._running = (number, index)
        self._announce(number, index)

    def find_spec(self, fullname: str, path: Any, target: Any = None) -> Any:
        for number, module in enumerate(self.modules):
            if module.__spec_name__ == fullname:
                spec = importlib.machinery.ModuleSpec(fullname, self)
                spec.loader_state = number
                return spec
        return None

    def create_module(self, spec: Any) -> types.ModuleType:
        module: types.ModuleType = self.modules[spec.loader_state]
        return module

    def exec_module(self, module: types.ModuleType) -> None:
        self.load(self.modules.index(module))


def _module(name: str, notebook: bool) -> types.ModuleType:
    stem = name.rsplit("/", 1)[-1].rsplit(".", 1)[0]
    own = f"submission.{stem}" if _is_library(stem) else stem
    module = types.ModuleType("__main__" if notebook else own)
    module.__spec_name__ = stem  # type: ignore[attr-defined] # how other files import it
    if notebook:
        module.__dict__.update(display=_nothing, get_ipython=_Shell)
    return module


def _is_library(name: str) -> bool:
    try:
        return importlib.util.find_spec(name) is not None
    except (ImportError, ValueError):
        return name in sys.modules


def _register(module: types.ModuleType) -> None:
    """Lets a class find the module it was defined in, as dataclasses do."""
    sys.modules[module.__name__] = module


def _nothing(*_: Any, **__: Any) -> None:
    """What `display` does here."""


class _Shell:
    """What `get_ipython()` gives here: any method, doing nothing."""

    def __getattr__(self, _: str) -> Callable[..., None]:
        return _nothing


def _future_flags(statements: Sequence[reading.Statement]) -> int:
    import __future__

    flags = 0
    for statement in statements:
        node = statement.node
        if isinstance(node, ast.ImportFrom) and node.module == "__future__":
            for alias in node.names:
                flags |= getattr(getattr(__future__, alias.name, None), "compiler_flag", 0)
    return flags


class _Child:
    def __init__(self, line: Line) -> None:
        self._line = line
        self._kept: list[Any] = []
        self._files = _Files([], self._at)
        self._forbids: dict[str, list[str]] = {}
        self._called = ""
        self._seen: dict[str, list[int]] = {}

    def _at(self, file: int, index: int) -> None:
        self._line.send(wire.Encoder().frame("at", file, index))

    def _note_call(self, forbidden: str) -> None:
        """Called by a guard. What a file does while it is loaded, such as trying out its functions,
        is held against none of them."""
        if forbidden in self._forbids.get(self._called, ()):
            self._note_import(forbidden)

    def _note_import(self, forbidden: str) -> None:
        """Called where a module is imported by stealth: it is there for all functions."""
        self._seen.setdefault(forbidden, _line_of(sys._getframe(2)) or [])

    def _keep(self, value: Any) -> int:
        self._kept.append(value)
        return len(self._kept) - 1

    def read(
        self, files: list[Any], starters: dict[str, str], forbids: dict[str, list[str]]
    ) -> list[Any]:
        """For each file: faults, bound names and places, those imported, those untouched, uses."""
        self._forbids = forbids
        self._files = _Files(files, self._at)
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
        self._called = name
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
            counter = LineCounter() if count else None
            value = counter.run(function, args, kwargs) if counter else function(*args, **kwargs)
            changed = watch and self._image(args, kwargs) != before
            for forbidden in self._forbids.get(self._called, ()):
                if forbidden in self._seen:
                    return ["forbidden", forbidden, self._seen[forbidden]]
            shared = watch and shares_memory(value, [*args, *kwargs.values()])
            return ["value", value, changed, counter.lines if counter else 0, shared]
        except BaseException as error:
            return ["raised", *_describe(error), _student_line(error) or []]

    def evaluate(self, file: int, source: str, inputs: dict[str, Any]) -> list[Any]:
        """Runs a script of ours in a copy of the student's names; the last expression's value."""
        try:
            space = dict(self._files.modules[file].__dict__)
            space.update({key: self._receive(value) for key, value in inputs.items()})
            value = run_script(source, space)
            return [["value", value, False, 0, False]]
        except BaseException as error:
            return [["raised", *_describe(error), _student_line(error) or []]]

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
            return eval(value.source, {"np": np, "numpy": np, "math": math})
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


def _describe(error: BaseException) -> list[Any]:
    """`[built-in classes of the error, nearest first; its text]`, whatever the error does."""
    classes = [kind.__name__ for kind in type(error).__mro__ if kind in _BUILTIN_ERRORS]
    try:
        text = str(error)[:500]
    except BaseException:
        # The error's own __str__ is student code: whatever it does, the answer goes out.
        text = ""
    return [classes, text]


def _student_line(error: BaseException) -> list[int] | None:
    """`[file, chunk, line]` of the innermost frame that is the student's."""
    place, trace = None, error.__traceback__
    while trace is not None:
        place = _place(trace.tb_frame.f_code.co_filename, trace.tb_lineno) or place
        trace = trace.tb_next
    return place


def _place(name: str, line: int) -> list[int] | None:
    """`[file, chunk, line]` if the code of that name is the student's."""
    if not name.startswith("<student "):
        return None
    file, chunk = name[9:-1].split()
    return [int(file), int(chunk), line]


def _line_of(frame: types.FrameType | None) -> list[int] | None:
    """`[file, chunk, line]` of the nearest frame, from here outward, that is the student's."""
    while frame is not None:
        if (place := _place(frame.f_code.co_filename, frame.f_lineno)) is not None:
            return place
        frame = frame.f_back
    return None


def serve(line: Line) -> None:
    """Answers the host until it hangs up."""
    sys.stdout = open(1, "w", encoding="utf-8", errors="replace", closefd=False)  # noqa: SIM115 # lives as long as we do
    try:
        _Child(line).serve()
    except wire.Closed:
        return
