"""What mutators know of the file they change, and which of its nodes are worth changing."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass


@dataclass(frozen=True)
class Setting:
    """What a mutator knows of the file: its name for numpy, names of modules, all parameters."""

    numpy: str | None
    modules: frozenset[str]
    parameters: frozenset[str]

    @classmethod
    def of(cls, tree: ast.Module) -> Setting:
        """The setting of a parsed file."""
        modules = {
            alias.asname or alias.name.partition(".")[0]: alias.name
            for node in ast.walk(tree)
            if isinstance(node, ast.Import)
            for alias in node.names
        }
        numpy = next((name for name, module in modules.items() if module == "numpy"), None)
        arguments = (node.arg for node in ast.walk(tree) if isinstance(node, ast.arg))
        return cls(numpy, frozenset(modules), frozenset(arguments))


def working_nodes(node: ast.AST) -> Iterator[ast.AST]:
    """The nodes that make values: no annotations, no words of errors."""
    yield node
    for field, value in ast.iter_fields(node):
        if field in ("annotation", "returns", "decorator_list"):
            continue
        for child in value if isinstance(value, list) else [value]:
            if isinstance(child, ast.AST) and not isinstance(child, ast.JoinedStr | ast.Raise):
                yield from working_nodes(child)
