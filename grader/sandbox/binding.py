"""The names that a statement binds where it stands, as Python's own rules have it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

_DEFINITIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.ClassDef)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)


def bound_names(statement: ast.stmt) -> Iterator[str]:
    """Names bound at the statement's own level: in its blocks too, not inside definitions.

    Not recursive: a sum of a thousand terms is nested a thousand deep.
    """
    todo: list[ast.AST] = [statement]
    while todo:
        node = todo.pop()
        match node:
            case ast.Name(id=name, ctx=ast.Store()):
                yield name
            case ast.Import() | ast.ImportFrom():
                yield from (alias.asname or alias.name.split(".")[0] for alias in node.names)
            case ast.MatchAs(name=str(name)) | ast.MatchStar(name=str(name)):
                yield name
            case ast.MatchMapping(rest=str(name)):
                yield name
        if isinstance(node, _DEFINITIONS):
            yield node.name
            todo += node.decorator_list
        elif isinstance(node, _COMPREHENSIONS):
            # Its own names stay inside; those of a walrus in it do not.
            todo += [
                walrus.target for walrus in ast.walk(node) if isinstance(walrus, ast.NamedExpr)
            ]
        elif not isinstance(node, ast.Lambda):
            todo += ast.iter_child_nodes(node)
