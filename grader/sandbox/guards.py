"""Forbidden names watched while code runs: what the text of a file does not show.

Whatever can be reached by name, `getattr(np, "d" + "ot")` or `eval`, is the guard by then. Its
word is a claim of the child's own, so it may cost points and never earns any. Operators and methods
of arrays cannot be replaced: for those the text alone decides.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Collection, Iterable, Iterator
from types import ModuleType
from typing import Any

from grader.sandbox.scripts import OURS

Note = Callable[[str], None]

# `@` by its other names.
_MATMUL = ("operator.matmul", "operator.imatmul", "numpy.matmul", "numpy.linalg.matmul")


class Guard:
    """Stands in for a function: is called, and looks, as it does, and notes who calls it."""

    def __init__(self, function: Any, name: str, note: Note) -> None:
        self.__dict__.update(__wrapped__=function, _name=name, _note=note)
        self.__dict__["__doc__"] = function.__doc__
        # By its module a function is found again when it is pickled.
        self.__dict__["__module__"] = getattr(function, "__module__", None)

    @property  # type: ignore[misc] # code may ask whether it is a ufunc; typeshed has an attribute
    def __class__(self) -> Any:
        return type(self.__wrapped__)

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


# What a student reads who hands back one of these.
Guard.__name__ = "function"


class ImportWatch:
    """Notes the import of a forbidden module by code that does not say so in its text."""

    def __init__(self, modules: Collection[str], said: Collection[str], note: Note) -> None:
        self._modules = [m for m in modules if not any(_is_within(one, m) for one in said)]
        self._note = note

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> None:
        """Never finds anything: it only looks who asks."""
        for module in self._modules:
            if _is_within(fullname, module) and not _is_library(_importer()):
                self._note(module)


def _importer() -> str:
    """The file of the code that imports, seen from a finder."""
    frame = sys._getframe(2)
    while frame.f_back and "importlib" in frame.f_code.co_filename:
        frame = frame.f_back
    return frame.f_code.co_filename


def install(names: Iterable[str], said: Collection[str], called: Note, imported: Note) -> None:
    """Puts a guard in the place of each function named, and of those of each module named; and a
    watch over modules that are not loaded yet.

    `said` are the dotted names that the text imports. The name of neither, as of a method, is
    passed over. Each forbidden name goes to `called` or `imported` when that happens.
    """
    modules = []
    for name in names:
        places = list(_places(name))
        for module, attribute in places:
            setattr(module, attribute, Guard(getattr(module, attribute), name, called))
        if not places and all(part.isidentifier() for part in name.split(".")):
            modules.append(name)
    sys.meta_path.insert(0, ImportWatch(modules, said, imported))


def _places(name: str) -> Iterator[tuple[ModuleType, str]]:
    """Each module that holds a function of that name, and its name there; none if it is none."""
    if name == "@":
        for other in _MATMUL:
            yield from _places(other)
        return
    if name.startswith("."):
        return  # the method of anything
    full = "numpy" + name[2:] if name.startswith("np.") else name
    if full in sys.modules:
        module = sys.modules[full]
        public = [attribute for attribute in vars(module) if not attribute.startswith("_")]
        yield from ((module, attribute) for attribute in public if _is_open(module, attribute))
        return
    module_name, _, attribute = full.rpartition(".")
    try:
        module = importlib.import_module(module_name or "builtins")
    except (ImportError, ValueError):
        return  # a function of what is not installed
    if _is_open(module, attribute):
        yield module, attribute


def _is_open(module: ModuleType, attribute: str) -> bool:
    """Whether a function of no guard yet stands there. Of a class, instances could not be told."""
    found = getattr(module, attribute, None)
    return callable(found) and not issubclass(type(found), type | Guard)


def _is_within(dotted: str, module: str) -> bool:
    return dotted == module or dotted.startswith(module + ".")


def _is_library(file: str) -> bool:
    """Whether code comes from a file of Python's or numpy's, or from a check, and not from a
    submission or `eval`."""
    return file == OURS or not file.startswith("<") or file.startswith("<frozen ")
