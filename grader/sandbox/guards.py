"""Forbidden names watched while code runs: what the text of a file does not show.

Whatever can be reached by name, `getattr(np, "d" + "ot")` or `eval`, is the guard by then. Its
word is a claim of the child's own, so it may cost points and never earns any. Operators and methods
of arrays cannot be replaced: for those the text alone decides.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Collection, Iterable
from typing import Any

Note = Callable[[str], None]


class Guard:
    """Stands in for a function: is called, and looks, as it does, and notes who calls it."""

    def __init__(self, function: Any, name: str, note: Note) -> None:
        self.__dict__.update(__wrapped__=function, _name=name, _note=note)
        self.__dict__["__doc__"] = function.__doc__

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        if not _is_library(sys._getframe(1).f_code.co_filename):
            self._note(self._name)
        return self.__wrapped__(*args, **kwargs)

    def __getattr__(self, name: str) -> Any:
        return getattr(self.__wrapped__, name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(self.__wrapped__, name, value)

    def __eq__(self, other: object) -> bool:
        return bool(self.__wrapped__ == getattr(other, "__wrapped__", other))

    def __hash__(self) -> int:
        return hash(self.__wrapped__)

    def __repr__(self) -> str:
        return repr(self.__wrapped__)

    def __reduce__(self) -> Any:
        return self.__wrapped__.__reduce__()


class ImportWatch:
    """Notes the import of a forbidden module by code that does not say so in its text."""

    def __init__(self, modules: Collection[str], said: Collection[str], note: Note) -> None:
        self._modules = set(modules) - {name.partition(".")[0] for name in said}
        self._note = note

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        """Never finds anything: it only looks who asks."""
        top = fullname.partition(".")[0]
        if top not in self._modules:
            return
        frame = sys._getframe(1)
        while frame.f_back and "importlib" in frame.f_code.co_filename:
            frame = frame.f_back
        if not _is_library(frame.f_code.co_filename):
            self._note(top)


def install(names: Iterable[str], said: Collection[str], called: Note, imported: Note) -> None:
    """Puts a guard in the place of each function named, and a watch over modules.

    `said` are the dotted names that the text imports. Names of neither kind are passed over. Each
    forbidden name goes to `called` or `imported` when that happens.
    """
    functions = {name: _place(name) for name in names}
    modules = [name for name, place in functions.items() if place is None and name.isidentifier()]
    sys.meta_path.insert(0, ImportWatch(modules, said, imported))
    for name, place in functions.items():
        if place is not None:
            module, attribute = place
            function = getattr(module, attribute)
            if not isinstance(function, type | Guard):
                setattr(module, attribute, Guard(function, name, called))


def _place(name: str) -> tuple[Any, str] | None:
    """The module that holds a function, and its name there; None if it is no function."""
    if name.startswith("."):
        return None  # the method of anything
    full = "numpy" + name[2:] if name.startswith("np.") else name
    module_name, _, attribute = full.rpartition(".")
    try:
        module = importlib.import_module(module_name or "builtins")
    except (ImportError, ValueError):
        return None  # a function of what is not installed
    return (module, attribute) if callable(getattr(module, attribute, None)) else None


def _is_library(file: str) -> bool:
    """Whether code comes from a file of Python's or numpy's, not from a submission or `eval`."""
    return not file.startswith("<") or file.startswith("<frozen ")
