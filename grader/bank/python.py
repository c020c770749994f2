"""Python files of the bank, read and never imported."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Iterator
from pathlib import Path

from grader.bank.arithmetic import Values
from grader.bank.decode import read_text
from grader.bank.holes import filled
from grader.errors import BankError, Fault


def parse_python(file: Path, values: Values | None = None) -> ast.Module:
    """The syntax tree of a file, with these values in its holes.

    Raises BankError if it cannot be read or is not valid Python.
    """
    text = filled(read_text(file), values or {})
    with warnings.catch_warnings():
        # A LaTeX backslash in a docstring warns; that is ruff's business, not the bank's.
        warnings.simplefilter("ignore", SyntaxWarning)
        warnings.simplefilter("ignore", DeprecationWarning)
        try:
            return ast.parse(text)
        except SyntaxError as error:
            fault = Fault(file, error.lineno or 1, f"not valid Python: {error.msg}")
            raise BankError([fault]) from error
        except ValueError as error:  # a null byte, up to Python 3.11
            raise BankError([Fault(file, 1, f"not valid Python: {error}")]) from error


def functions(tree: ast.Module | ast.ClassDef) -> list[ast.FunctionDef]:
    """The functions defined at the top level, in order."""
    return [node for node in tree.body if isinstance(node, ast.FunctionDef)]


def classes(tree: ast.Module) -> dict[str, ast.ClassDef]:
    """The classes defined at the top level, by name."""
    return {node.name: node for node in tree.body if isinstance(node, ast.ClassDef)}


def defined(tree: ast.Module | ast.ClassDef) -> set[str]:
    """The names that the top level defines by def, class or assignment."""
    names: set[str] = set()
    for node in tree.body:
        if isinstance(node, ast.FunctionDef | ast.ClassDef):
            names.add(node.name)
        elif isinstance(node, ast.Assign | ast.AnnAssign):
            names.update(n.id for n in ast.walk(node) if isinstance(n, ast.Name) and _stores(n))
    return names


def imported(tree: ast.Module) -> Iterator[tuple[int, str]]:
    """The line and the full name of every module imported anywhere in the file."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, alias.name) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.lineno, node.module or ""


def _stores(name: ast.Name) -> bool:
    return isinstance(name.ctx, ast.Store)
