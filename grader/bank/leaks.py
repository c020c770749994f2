"""What a student may see must not lead to what a student may not.

Nothing under `exercises/` imports the solutions, names a path into them, or quotes a statement of
a reference.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from grader.bank.decode import read_text
from grader.bank.entry import Entry
from grader.bank.files import files_under
from grader.bank.python import imported, parse_python
from grader.errors import BankError, Fault

_SHORTEST = 25  # below this, two people write the same statement by themselves
_PATH = re.compile(r"(?<!\w)solutions[/\\]\w")
_NO_STUDENT = "which a student does not have"


def leaks(exercises: Path, entries: list[Entry]) -> Iterator[Fault]:
    """Every import of, path into and quotation from the solutions under `exercises`."""
    owners = {entry.folder: entry for entry in entries}
    secrets = {entry.folder: _statements(entry) for entry in entries}
    for file in files_under(exercises):
        folder = next((parent for parent in file.parents if parent in owners), None)
        secret = secrets[folder] if folder else {}
        try:
            yield from _in_text(file, read_text(file), secret)
            if file.suffix == ".py":
                yield from _in_python(file, parse_python(file), secret)
        except BankError as error:
            # Another file that is not text, an image say, quotes nothing.
            yield from error.faults if file.suffix == ".py" else ()


def _in_text(file: Path, text: str, secret: Mapping[str, int]) -> Iterator[Fault]:
    for number, line in enumerate(text.splitlines(), 1):
        if found := _PATH.search(line):
            yield Fault(file, number, f"mentions `{found.group()[:-1]}`, {_NO_STUDENT}")
    squeezed, lines = _squeezed(text)
    for statement, origin in secret.items():
        at = squeezed.find(_squeezed(statement)[0])
        if at >= 0:
            yield _quotation(file, lines[at], statement, origin)


def _in_python(file: Path, tree: ast.Module, secret: Mapping[str, int]) -> Iterator[Fault]:
    for line, module in imported(tree):
        if module.partition(".")[0] == "solutions":
            yield Fault(file, line, f"imports `{module}`, {_NO_STUDENT}")
    for node in ast.walk(tree):
        if isinstance(node, ast.Constant) and node.value == "solutions":
            yield Fault(file, node.lineno, f"names the folder `solutions`, {_NO_STUDENT}")
        elif isinstance(node, ast.stmt) and (statement := ast.unparse(node)) in secret:
            yield _quotation(file, node.lineno, statement, secret[statement])


def _quotation(file: Path, line: int, statement: str, origin: int) -> Fault:
    text = f"gives away line {origin} of solution.py: `{' '.join(statement.split())}`"
    return Fault(file, line, text)


def _statements(entry: Entry) -> dict[str, int]:
    """The simple statements inside the reference's functions, as Python prints them, by line."""
    solution = entry.secret / "solution.py" if entry.secret else None
    if solution is None or not solution.is_file():
        return {}
    try:
        tree = parse_python(solution)
    except BankError:
        return {}  # reported by the rules of code
    found: dict[str, int] = {}
    for function in ast.walk(tree):
        if isinstance(function, ast.FunctionDef | ast.AsyncFunctionDef):
            for node in ast.walk(function):
                if isinstance(node, ast.stmt) and _tells(node):
                    text = ast.unparse(node)
                    if len(text) >= _SHORTEST:
                        found.setdefault(text, node.lineno)
    return found


def _tells(node: ast.stmt) -> bool:
    """Whether a statement is simple and says something of the solution."""
    if isinstance(node, ast.Import | ast.ImportFrom):
        return False
    if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
        return False  # a docstring
    if isinstance(node, ast.Raise) and "NotImplementedError" in ast.unparse(node):
        return False
    # What stands inside a compound statement is looked at by itself.
    return not hasattr(node, "body") and not isinstance(node, ast.Match)


def _squeezed(text: str) -> tuple[str, list[int]]:
    """The text without white space and with one kind of quote, and the line of each character."""
    characters: list[str] = []
    lines: list[int] = []
    for number, line in enumerate(text.splitlines(), 1):
        kept = "".join(line.split()).replace('"', "'")
        characters.append(kept)
        lines.extend([number] * len(kept))
    return "".join(characters), lines
