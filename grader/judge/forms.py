"""The forms of a module of ours: as its file stands for a variant of its problem, and with other
values of its constants.

A mistake with a free number in it (a step, a small number against zero) is the same mistake with
another number. Its file gives the number a name and lists what else students choose:

    STEP = 0.01
    CONSTANTS = {"STEP": (0.001, 0.1)}
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from types import ModuleType

from grader.bank.decode import read_text
from grader.bank.holes import filled
from grader.errors import GraderError
from grader.model import Problem
from grader.sandbox.local import load_module

_TABLE = "CONSTANTS"


@dataclass(frozen=True)
class Form:
    """A file with the values of a variant, and one of its constants set to another value if that
    has a name."""

    path: Path
    values: tuple[tuple[str, int | float], ...] = ()
    constant: str = ""
    value: float = 0.0

    @classmethod
    def of(cls, problem: Problem, path: Path) -> Form:
        """The form that a file of the problem has in its variant."""
        return cls(path, tuple(problem.values.items()))

    def load(self) -> ModuleType:
        """The module in this form. Its functions read the constant when they are called."""
        text = filled(read_text(self.path), dict(self.values)) if self.values else None
        module = load_module(self.path, text)
        if self.constant:
            setattr(module, self.constant, self.value)
        return module


def forms(first: Form) -> tuple[Form, ...]:
    """A file as it stands, which is the first form, then with the values that CONSTANTS lists.

    GraderError if CONSTANTS is not a dict from names of numbers in the file to tuples of numbers.
    """
    path, module = first.path, first.load()
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
        first,
        *(
            replace(first, constant=name, value=value)
            for name, values in table.items()
            for value in values
        ),
    )


def _is_number(value: object) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)
