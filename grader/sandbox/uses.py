"""Which names a function uses, its helpers' included: what `forbids` is held against.

Like `reading`, it looks at hostile text, and runs in the child before any of that does.
"""

from __future__ import annotations

import ast
from collections.abc import Iterable, Iterator, Mapping

from grader.sandbox.reading import Reading

_MOST_PARTS = 16


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
    found: set[str] = set()
    searched: set[int] = set()
    seen: set[tuple[int, str]] = set()
    todo = [(reading, name)]
    while todo:
        here, dotted = todo.pop()
        if (id(here), dotted) in seen:
            continue
        seen.add((id(here), dotted))
        head, _, rest = dotted.partition(".")
        if head in here.aliases:
            todo += _imported(_joined(here.aliases[head], rest), modules, found)
        else:
            found.update([head] if head else [])
            found.update("." + part for part in rest.split(".") if part)
        if head not in here.bindings:
            for star in here.stars:
                todo += _imported(_joined(star, dotted), modules, found)
        for statement in here.bindings.get(head, ()):
            match statement.node:
                case ast.Assign(value=ast.Name() | ast.Attribute() as value):
                    # Another name for the same thing: what is looked up in it is looked up there.
                    # Not for ever: `x = x.T` makes x.T.T.T of it.
                    names = [_joined(one, rest) for one in _dotted(value)]
                    todo += [(here, one) for one in names if one.count(".") <= _MOST_PARTS]
            if id(statement) not in searched:
                searched.add(id(statement))
                todo += [(here, one) for one in _dotted(statement.node)]
    return sorted(found)


def _imported(
    full: str, modules: Mapping[str, Reading], found: set[str]
) -> list[tuple[Reading, str]]:
    """Notes a name of another module, and where to go on if that is one of the submission's."""
    found.add(full)
    module, _, inner = full.partition(".")
    return [(modules[module], inner)] if module in modules and inner else []


def _joined(name: str, rest: str) -> str:
    return f"{name}.{rest}" if rest else name


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
