"""The forms of a module of ours: as its file stands, and with other values of its constants.

A mistake with a free number in it (a step, a small number against zero) is the same mistake with
another number. Its file gives the number a name and lists what else students choose:

    STEP = 0.01
    CONSTANTS = {"STEP": (0.001, 0.1)}
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from types import ModuleType

from grader.errors import GraderError
from grader.sandbox.local import load_module

_TABLE = "CONSTANTS"


@dataclass(frozen=True)
class Form:
    """A file, with one of its constants set to another value if it has a name."""

    path: Path
    constant: str = ""
    value: float = 0.0

    def load(self) -> ModuleType:
        """The module in this form. Its functions read the constant when they are called."""
        module = load_module(self.path)
        if self.constant:
            setattr(module, self.constant, self.value)
        return module


def forms(path: Path) -> tuple[Form, ...]:
    """The file as it stands, then with each other value that its CONSTANTS lists.

    GraderError if CONSTANTS is not a dict from names of numbers in the file to tuples of numbers.
    """
    module = load_module(path)
    table = getattr(module, _TABLE, {})
    if not isinstance(table, dict):
        raise GraderError(f"{path}: {_TABLE} is {table!r}, but it must be a dict")
    for name, values in table.items():
        if not _is_number(getattr(module, str(name), None)):
            raise GraderError(f"{path}: {_TABLE} names {name!r}, which is no number in this file")
        if not (isinstance(values, tuple) and values and all(map(_is_number, values))):
            raise GraderError(
                f"{path}: {_TABLE}[{name!r}] is {values!r}, but it must be a tuple of numbers"
            )
    return (
        Form(path),
        *(Form(path, name, value) for name, values in table.items() for value in values),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
