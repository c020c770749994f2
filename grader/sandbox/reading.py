"""Reading a submission inside the child, before any of it runs: statements, names, what is used.

Runs on hostile text, hence not in a trusted process; runs before the first student statement,
hence what it says can be believed.
"""

from __future__ import annotations

import ast
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from parso.grammar import load_grammar

from grader.sandbox.binding import bound_names

_UNREADABLE = (SyntaxError, ValueError, MemoryError, RecursionError)


@dataclass(frozen=True)
class Statement:
    """One top-level statement: its tree and the chunk and line where it stands."""

    node: ast.stmt
    chunk: int
    line: int


@dataclass
class Reading:
    """What one file says: statements in order, faults `[chunk, line, words]`, names it binds."""

    statements: list[Statement] = field(default_factory=list)
    faults: list[list[Any]] = field(default_factory=list)

    @cached_property
    def bindings(self) -> dict[str, list[Statement]]:
        """Each name, with every top-level statement that binds it since it was last deleted."""
        found: dict[str, list[Statement]] = {}
        for statement in self.statements:
            for name in dict.fromkeys(bound_names(statement.node)):
                found.setdefault(name, []).append(statement)
            if isinstance(statement.node, ast.Delete):
                # `del (a, b)` deletes names within a tuple.
                for target in ast.walk(statement.node):
                    if isinstance(target, ast.Name) and isinstance(target.ctx, ast.Del):
                        found.pop(target.id, None)
        return found

    @cached_property
    def bound(self) -> dict[str, Statement]:
        """Each name that a top-level statement binds, with the last statement that does."""
        return {name: statements[-1] for name, statements in self.bindings.items()}

    @cached_property
    def imported(self) -> list[str]:
        """The names among `bound` that an import binds."""
        imports = (ast.Import, ast.ImportFrom)
        return [name for name, s in self.bound.items() if isinstance(s.node, imports)]

    @cached_property
    def aliases(self) -> dict[str, str]:
        """Local name -> the dotted name of what was imported under it, wherever in the file."""
        result = {}
        for node in self._imports:
            for alias in node.names:
                if isinstance(node, ast.ImportFrom) and alias.name != "*":
                    module = f"{node.module}." if node.module else ""
                    result[alias.asname or alias.name] = module + alias.name
                elif isinstance(node, ast.Import):
                    local = alias.asname or alias.name.split(".")[0]
                    result[local] = alias.name if alias.asname else local
        return result

    @cached_property
    def stars(self) -> list[str]:
        """The modules of which everything was imported."""
        return [
            node.module or ""
            for node in self._imports
            if isinstance(node, ast.ImportFrom) and any(a.name == "*" for a in node.names)
        ]

    @cached_property
    def _imports(self) -> list[ast.Import | ast.ImportFrom]:
        nodes = (node for s in self.statements for node in ast.walk(s.node))
        return [node for node in nodes if isinstance(node, (ast.Import, ast.ImportFrom))]


def read(chunks: Iterable[str]) -> Reading:
    """Splits each chunk into top-level statements; a syntax error costs only its statement."""
    reading = Reading()
    for number, text in enumerate(chunks):
        try:
            nodes = _whole(text)
        except _UNREADABLE:
            nodes = list(_tolerant(text, number, reading.faults))
        reading.statements += [Statement(node, number, _first_line(node)) for node in nodes]
    return reading


def _whole(text: str) -> list[ast.stmt]:
    """The statements of a text without a fault, or one that is indented as a whole, as notebooks
    allow a cell to be."""
    try:
        return ast.parse(text).body
    except IndentationError:
        return ast.parse(textwrap.dedent(text)).body


def _first_line(node: ast.stmt) -> int:
    """Where a statement begins: a decorated one with its first decorator."""
    decorators: list[ast.expr] = getattr(node, "decorator_list", [])
    return min([node.lineno, *(decorator.lineno for decorator in decorators)])


def _tolerant(text: str, chunk: int, faults: list[list[Any]]) -> Iterator[ast.stmt]:
    try:
        pieces = list(_by_line(load_grammar().parse(text, cache=False).children))
    except _UNREADABLE:
        faults.append([chunk, 1, "this text is nested too deeply to be read"])
        return
    broken: int | None = None  # the column of a statement that is none
    for line, column, code in pieces:
        # What stands further in belongs to it, as a body does whose first line lacks its colon.
        if not code.strip() or (broken is not None and column > broken):
            continue
        broken = None
        try:
            yield from ast.parse("\n" * (line - 1) + code).body
        except SyntaxError as error:
            faults.append([chunk, error.lineno or line, f"syntax error: {error.msg}"])
            broken = column
        except _UNREADABLE:
            faults.append([chunk, line, "this statement is nested too deeply to be read"])


def _by_line(pieces: Iterable[Any]) -> Iterator[tuple[int, int, str]]:
    """The code of the pieces with its line and column; those that share a line are one: parso takes
    a broken line apart, and `print 1` would be a name and a number, each of them Python."""
    line, column, code, end = 0, 0, "", (0, 0)
    for piece in pieces:
        if end[1] and piece.start_pos[0] == end[0]:
            code += piece.get_code()
        else:
            yield line, column, code
            (line, column), code = piece.start_pos, piece.get_code(include_prefix=False)
        end = piece.end_pos
    yield line, column, code


def definitions(source: str) -> dict[str, str]:
    """What each top-level definition of a file does, docstring aside, as text to compare."""
    found = {name: s.node for name, s in read([source]).bound.items()}
    return {name: _body(node) for name, node in found.items() if isinstance(node, _DEFINITIONS)}


def untouched(reading: Reading, starters: Mapping[str, str]) -> list[str]:
    """The names whose definition still does what `starters` (see `definitions`) says."""
    found = {name: reading.bound[name].node for name in starters if name in reading.bound}
    return [
        name
        for name, node in found.items()
        if isinstance(node, _DEFINITIONS) and _does(node, starters[name])
    ]


_DEFINITIONS = (ast.FunctionDef, ast.ClassDef)


def _does(node: ast.FunctionDef | ast.ClassDef, what: str) -> bool:
    # Dumping every long function to compare it with a stub of one line would be for nothing.
    try:
        return len(node.body) <= what.count("\n") + 2 and _body(node) == what
    except RecursionError:
        return False  # no stub is so deep


def _body(node: ast.FunctionDef | ast.ClassDef) -> str:
    """One line for each statement after the docstring, those of methods included."""
    body = node.body[1:] if ast.get_docstring(node, clean=False) is not None else node.body
    return "\n".join(
        f"{type(s).__name__} {s.name}\n{_body(s)}" if isinstance(s, _DEFINITIONS) else ast.dump(s)
        for s in body
    )
