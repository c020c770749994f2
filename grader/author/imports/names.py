"""Which names a statement binds and reads, and which statements another one needs."""

from __future__ import annotations

import ast
import symtable
import warnings
from collections.abc import Iterable, Iterator, Sequence

from grader.author.imports.asked import Piece
from grader.errors import IntakeError
from grader.intake.magics import drop_magics
from grader.sandbox.binding import bound_names

_COMPOUND = (ast.For, ast.While, ast.With, ast.Try, ast.If, ast.FunctionDef, ast.ClassDef)


def parsed(text: str, place: str) -> ast.Module:
    """The tree of a text. IntakeError names the place and the line of a syntax error."""
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")  # `"\d"` and `x is 0` are odd, not wrong
            return ast.parse(text)
    except SyntaxError as error:
        line = f", line {error.lineno}" if error.lineno else ""
        raise IntakeError(f"{place}{line}: is not valid Python: {error.msg}") from error
    except (ValueError, RecursionError, MemoryError) as error:
        raise IntakeError(f"{place}: is not Python that can be read: {error}") from error


def pieces(
    text: str, place: str, *, question: str = "", cell: bool = True
) -> tuple[tuple[Piece, ...], tuple[str, ...]]:
    """The top-level statements of a cell or file, and a remark for each line of IPython's own.

    IntakeError where it is no Python.
    """
    clean, dropped = drop_magics(text, cell=cell)
    tree = parsed(clean, place)
    lines = clean.splitlines()
    found: list[Piece] = []
    end = 0
    for node in tree.body:
        first = min([node.lineno, *(d.lineno for d in getattr(node, "decorator_list", []))])
        own = lines[max(end, _comments(lines, first - 1)) : node.end_lineno]
        shared = first <= end or any(
            other is not node and other.lineno == node.end_lineno for other in tree.body
        )
        text_of = ast.unparse(node) if shared else "\n".join(own)
        binds = frozenset({*bound_names(node), *changed(node)})
        found.append(
            Piece(node, text_of, binds, frozenset(reads(node)), f"{place}, line {first}", question)
        )
        end = node.end_lineno or first
    return tuple(found), tuple(f"{place}, {item}" for item in dropped)


def _comments(lines: Sequence[str], at: int) -> int:
    """The first line of the comment that stands directly above the line `at`."""
    while at > 0 and lines[at - 1].startswith("#"):
        at -= 1
    return at


def reads(node: ast.stmt) -> set[str]:
    """The names that a statement reads from outside itself, in the functions it defines too."""
    found, todo = set[str](), list[symtable.SymbolTable]()
    top = _table(node)
    if top is not None:
        found = {s.get_name() for s in top.get_symbols() if s.is_referenced()}
        todo = list(top.get_children())
    else:  # a statement of a function, such as `return`
        found = {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
    while todo:
        table = todo.pop()
        todo += table.get_children()
        found |= {s.get_name() for s in table.get_symbols() if s.is_global() and s.is_referenced()}
    if isinstance(node, ast.AugAssign) and isinstance(node.target, ast.Name):
        found.add(node.target.id)
    found |= set(changed(node))
    own = set(bound_names(node)) if isinstance(node, _COMPOUND) else _walrus(node)
    own |= {n.name for n in ast.walk(node) if isinstance(n, ast.ExceptHandler) and n.name}
    return found - own


def _table(node: ast.stmt) -> symtable.SymbolTable | None:
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            return symtable.symtable(ast.unparse(node), "<import>", "exec")
    except SyntaxError:
        return None


def _walrus(node: ast.stmt) -> set[str]:
    return {n.target.id for n in ast.walk(node) if isinstance(n, ast.NamedExpr)}


def changed(node: ast.AST) -> Iterator[str]:
    """The names of the things into which a statement stores: `x` in `x[0] = 1` and `x.a = 1`."""
    for part in ast.walk(node):
        if isinstance(part, ast.Subscript | ast.Attribute) and not isinstance(part.ctx, ast.Load):
            root = root_of(part)
            if root:
                yield root


def stored(node: ast.AST) -> set[str]:
    """The names that something in it gives a value."""
    return {
        n.id for n in ast.walk(node) if isinstance(n, ast.Name) and isinstance(n.ctx, ast.Store)
    }


def indented(text: str) -> str:
    """The text of some statements, one step further in; what strings say stays as it is."""
    inner: set[int] = set()
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Constant | ast.JoinedStr) and node.end_lineno:
            inner |= {*range(node.lineno + 1, node.end_lineno + 1)}
    lines = text.split("\n")
    return "\n".join(
        line if number in inner or not line else f"    {line}"
        for number, line in enumerate(lines, 1)
    )


def root_of(node: ast.AST) -> str:
    """The name that a chain of attributes, items and calls begins with; "" if there is none."""
    while isinstance(node, ast.Attribute | ast.Subscript | ast.Call):
        node = node.func if isinstance(node, ast.Call) else node.value
    return node.id if isinstance(node, ast.Name) else ""


def needed(names: Iterable[str], *pools: Sequence[Piece]) -> list[Piece]:
    """The statements that these names come from, and what those need, in their order.

    Of several pools, the last that binds a name gives it; the others too where it is changed there.
    """
    order = [piece for pool in pools for piece in pool]
    wanted, seen = set(names), set[str]()
    taken: set[int] = set()
    while wanted:
        name = wanted.pop()
        seen.add(name)
        for pool in reversed(pools):
            found = [piece for piece in pool if name in piece.binds]
            for piece in found:
                taken.add(id(piece))
                wanted |= piece.reads - seen
            if found and name not in found[0].reads:
                break
    unlike: dict[str, Piece] = {}
    for piece in order:
        if id(piece) in taken:
            unlike.setdefault(ast.dump(piece.node), piece)
    return list(unlike.values())


def made(pieces: Iterable[Piece]) -> frozenset[str]:
    """All names that these statements bind."""
    return frozenset(name for piece in pieces for name in piece.binds)
