"""Which names a function uses, its helpers' included: what `forbids` is held against.

Like `reading`, it looks at hostile text, and runs in the child before any of that does.
"""

from __future__ import annotations

import ast
from collections import deque
from collections.abc import Iterable, Iterator, Mapping

from grader.sandbox.reading import Reading, Statement

_MOST_DERIVED = 2000
_MOST_PARTS = 16
_ARRAY = "numpy.ndarray."  # `np.ndarray.dot` is the method `.dot`


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
    said: list[tuple[Reading, str]] = [(reading, name)]
    # Names put together from second names come last and are bounded: `x = x.T` makes `x.T.T.T`
    # without end, and must not keep what stands in the text from being found.
    derived: deque[tuple[Reading, str]] = deque()
    for _ in range(_MOST_DERIVED):
        while said:
            here, dotted = said.pop()
            if (id(here), dotted) in seen:
                continue
            seen.add((id(here), dotted))
            said += _elsewhere(here, dotted, modules, found)
            for statement in here.bindings.get(dotted.partition(".")[0], ()):
                derived += _renamed(here, statement, dotted)
                if id(statement) not in searched:
                    searched.add(id(statement))
                    said += [(here, one) for one in _dotted(statement.node)]
        if not derived:
            break
        said.append(derived.popleft())
    return sorted(found)


def _elsewhere(
    here: Reading, dotted: str, modules: Mapping[str, Reading], found: set[str]
) -> list[tuple[Reading, str]]:
    """Notes a name by what was imported under it, and where to go on in the submission."""
    head, _, rest = dotted.partition(".")
    todo = []
    if head in here.aliases:
        full = _joined(here.aliases[head], rest)
        if full.startswith(_ARRAY):
            found.update("." + part for part in full.removeprefix(_ARRAY).split("."))
        todo += _imported(full, modules, found)
    else:
        found.update([head] if head else [])
        found.update("." + part for part in rest.split(".") if part)
    if head not in here.bindings:
        for star in here.stars:
            todo += _imported(_joined(star, dotted), modules, found)
    return todo


def _renamed(here: Reading, statement: Statement, dotted: str) -> list[tuple[Reading, str]]:
    """The name by what the statement gives it as a second name to: it is looked up there."""
    rest = dotted.partition(".")[2]
    match statement.node:
        case (
            ast.Assign(value=ast.Name() | ast.Attribute() as value)
            | ast.AnnAssign(value=ast.Name() | ast.Attribute() as value)
        ):
            names = [_joined(one, rest) for one in _dotted(value)]
            return [(here, one) for one in names if one.count(".") <= _MOST_PARTS]
    return []


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
        parts: list[str] = []
        inner = current
        while (looked_up := _looked_up(inner)) is not None:
            inner, attribute, others = looked_up
            parts.append(attribute)
            todo += others
        if parts or isinstance(inner, ast.Name):
            head = inner.id if isinstance(inner, ast.Name) else ""
            yield ".".join([head, *reversed(parts)])
            if not head:
                todo.append(inner)
            continue
        if isinstance(current, ast.MatMult):
            yield "@"
        todo.extend(ast.iter_child_nodes(current))


def _looked_up(node: ast.AST) -> tuple[ast.AST, str, list[ast.expr]] | None:
    """What an attribute is looked up in, its name, and what else stands there; `getattr(a, "b")`
    is `a.b`."""
    match node:
        case ast.Attribute(value, attribute):
            return value, attribute, []
        case ast.Call(ast.Name("getattr") as function, [value, ast.Constant(str(name)), *others]):
            return value, name, [function, *others]
    return None
