"""Reading a submission inside the child, before any of it runs: statements, names, what is used.

Runs on hostile text, hence not in a trusted process; runs before the first student statement,
hence what it says can be believed.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from parso.grammar import load_grammar

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
    def bound(self) -> dict[str, Statement]:
        """Each name that a top-level statement binds, with the last statement that does."""
        return {name: s for s in self.statements for name in _bound(s.node)}

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
                    result[alias.asname or alias.name] = f"{node.module or ''}.{alias.name}"
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
            nodes = ast.parse(text).body
        except _UNREADABLE:
            nodes = list(_tolerant(text, number, reading.faults))
        reading.statements += [Statement(node, number, node.lineno) for node in nodes]
    return reading


def _tolerant(text: str, chunk: int, faults: list[list[Any]]) -> Iterator[ast.stmt]:
    try:
        pieces = list(_by_line(load_grammar().parse(text, cache=False).children))
    except _UNREADABLE:
        faults.append([chunk, 1, "this text is nested too deeply to be read"])
        return
    for line, code in pieces:
        if not code.strip():
            continue
        try:
            yield from ast.parse("\n" * (line - 1) + code).body
        except SyntaxError as error:
            faults.append([chunk, error.lineno or line, f"syntax error: {error.msg}"])
        except _UNREADABLE:
            faults.append([chunk, line, "this statement is nested too deeply to be read"])


def _by_line(pieces: Iterable[Any]) -> Iterator[tuple[int, str]]:
    """The code of the pieces with its line; those that share a line are one: parso takes a broken
    line apart, and `print 1` would be a name and a number, each of them Python."""
    line, code, end = 0, "", (0, 0)
    for piece in pieces:
        if end[1] and piece.start_pos[0] == end[0]:
            code += piece.get_code()
        else:
            yield line, code
            line, code = piece.start_pos[0], piece.get_code(include_prefix=False)
        end = piece.end_pos
    yield line, code


def _bound(node: ast.stmt) -> Iterator[str]:
    """Names a statement binds at top level, in blocks too, but not inside definitions."""
    match node:
        case ast.FunctionDef() | ast.AsyncFunctionDef() | ast.ClassDef():
            yield node.name
        case ast.Import() | ast.ImportFrom():
            yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
        case ast.Assign() | ast.AnnAssign() | ast.For() | ast.With():
            yield from (
                n.id
                for n in ast.walk(node)
                if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
            )
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ExceptHandler):
            for inner in child.body:
                yield from _bound(inner)
        elif isinstance(child, ast.stmt) and not isinstance(
            node, (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
        ):
            yield from _bound(child)


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
    return len(node.body) <= what.count("\n") + 2 and _body(node) == what


def _body(node: ast.FunctionDef | ast.ClassDef) -> str:
    """One line for each statement after the docstring."""
    body = node.body
    if isinstance(body[0], ast.Expr) and isinstance(body[0].value, ast.Constant):
        body = body[1:]
    return "\n".join(ast.dump(statement) for statement in body)


def used(
    reading: Reading, names: Iterable[str], modules: Mapping[str, Reading]
) -> dict[str, list[str]]:
    """For each of `names` that is bound: the names it uses, its helpers' included.

    Import aliases are resolved, so that `np.dot` is `numpy.dot`, and helpers are followed into the
    submission's other files, `modules` by the name they are imported under. `@` stands for matrix
    multiplication, `.dot` for the attribute of anything that is not an imported module.
    """
    return {name: _used(reading, name, modules) for name in names if name in reading.bound}


def _used(reading: Reading, name: str, modules: Mapping[str, Reading]) -> list[str]:
    todo, seen, found = [(reading, name)], set(), set()
    while todo:
        here, current = todo.pop()
        if (id(here), current) in seen or current not in here.bound:
            continue
        seen.add((id(here), current))
        for dotted in _dotted(here.bound[current].node):
            head, _, rest = dotted.partition(".")
            full = here.aliases.get(head)
            if full is not None:
                found.add(f"{full}.{rest}" if rest else full)
                module, _, inner = f"{full}.{rest}".partition(".")
                if module in modules:
                    todo.append((modules[module], inner.partition(".")[0]))
                continue
            todo.append((here, head))
            found.update([head] if head else [])
            found.update("." + part for part in rest.split(".") if part)
            if head not in here.bound:
                found.update(f"{module}.{head}" for module in here.stars)
                todo += [(modules[module], head) for module in here.stars if module in modules]
    return sorted(found)


def _dotted(node: ast.AST) -> Iterator[str]:
    """Every longest `a.b.c` and bare name in a tree, `.c` of other values, and `@`."""
    todo = [node]
    while todo:
        current = todo.pop()
        if isinstance(current, (ast.Attribute, ast.Name)):
            parts: list[str] = []
            inner: ast.expr = current
            while isinstance(inner, ast.Attribute):
                parts.append(inner.attr)
                inner = inner.value
            head = inner.id if isinstance(inner, ast.Name) else ""
            yield ".".join([head, *reversed(parts)])
            if not head:
                todo.append(inner)
            continue
        if isinstance(current, ast.MatMult):
            yield "@"
        todo.extend(ast.iter_child_nodes(current))
