"""A submission's files as modules: their statements run one by one, in the child."""

from __future__ import annotations

import ast
import importlib.abc
import importlib.machinery
import importlib.util
import sys
import types
from collections.abc import Callable, Sequence
from typing import Any

from grader.sandbox import reading
from grader.sandbox.blame import described, place_of_error, student_code


class Files(importlib.abc.MetaPathFinder, importlib.abc.Loader):
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
            place = student_code(number, statement.chunk)
            try:
                tree = ast.Module([statement.node], [])
                exec(compile(tree, place, "exec", flags, dont_inherit=True), space)
            except BaseException as error:
                line = place_of_error(error) or [number, statement.chunk, statement.line]
                classes, text = described(error)
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
