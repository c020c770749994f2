"""The parameters of a model as one vector, each part with its name.

Parameters are one array or number; or a dict, list or tuple of them, nested at will. A list or
tuple that holds nothing but numbers, or lists of numbers, is one array.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from grader.numeric.containers import items_of, parts_of
from grader.numeric.difference import Difference
from grader.numeric.values import Reading, is_number, read


@dataclass(frozen=True)
class Parameter:
    """One array: its name ("W1", "layers[0].b", "" if it is the only one), shape and place."""

    name: str
    shape: tuple[int, ...]
    begin: int
    end: int


@dataclass(frozen=True, eq=False)
class Parameters:
    """All arrays of `tree`, one behind the other in `vector` (float64, float32 if all of it is)."""

    tree: Any
    parts: tuple[Parameter, ...]
    vector: NDArray[Any]

    def build(self, vector: NDArray[Any]) -> Any:
        """The structure of `tree` with the values of `vector`; numbers become Python's."""
        places = iter(self.parts)

        def array(leaf: Any) -> Any:
            part = next(places)
            values = vector[part.begin : part.end].reshape(part.shape)
            if is_number(leaf):
                return vector.dtype.type(values) if vector.dtype == np.float32 else values.item()
            return values.copy()

        return _map(self.tree, array)

    def many(self, f_many: Callable[[list[Any]], Any]) -> Callable[[list[Any]], Any]:
        """`f_many` for lists of vectors."""
        return lambda vectors: f_many([self.build(vector) for vector in vectors])

    def claims(self, claimed: Any) -> list[Any] | Difference:
        """What `claimed` has in the place of each part; a Difference if its structure is another.

        Nothing is said about what stands there.
        """
        found: list[Any] = []
        difference = _match(self.tree, claimed, found)
        return difference or found


def read_parameters(tree: Any) -> Parameters:
    """The parameters of `tree`; ValueError, with the name, for what is no finite real array."""
    arrays, parts, begin = [], [], 0
    for name, leaf in _leaves(tree, ""):
        reading = read(leaf)
        if not isinstance(reading, Reading) or not np.isfinite(reading.data).all():
            raise ValueError(f"the parameter {name or 'given'} must be finite real numbers")
        arrays.append(reading)
        parts.append(Parameter(name, reading.data.shape, begin, begin + reading.data.size))
        begin += reading.data.size
    if isinstance(tree, tuple) and [part.name for part in parts] == ["[0]"]:
        # The one argument of a function: a number of its place would only puzzle.
        parts = [replace(parts[0], name="")]
    kind = np.float32 if arrays and {r.dtype for r in arrays} == {"float32"} else np.float64
    flat = [np.zeros(0), *(r.data.ravel() for r in arrays)]
    return Parameters(tree, tuple(parts), np.concatenate(flat).astype(kind))


def _is_tree(value: Any) -> bool:
    if isinstance(value, dict):
        return True
    if not isinstance(value, list | tuple):
        return False
    return any(_is_tree(part) or isinstance(part, np.ndarray) for part in value)


def _leaves(tree: Any, name: str) -> Iterator[tuple[str, Any]]:
    if not _is_tree(tree):
        yield name, tree
    elif isinstance(tree, dict):
        for key, part in tree.items():
            text = key if isinstance(key, str) else repr(key)
            yield from _leaves(part, f"{name}.{text}" if name else text)
    else:
        for i, part in enumerate(tree):
            yield from _leaves(part, f"{name}[{i}]")


def _map(tree: Any, array: Callable[[Any], Any]) -> Any:
    if not _is_tree(tree):
        return array(tree)
    if isinstance(tree, dict):
        return {key: _map(part, array) for key, part in tree.items()}
    parts = [_map(part, array) for part in tree]
    return tuple(parts) if isinstance(tree, tuple) else parts


def _match(tree: Any, claimed: Any, found: list[Any]) -> Difference | None:
    if not _is_tree(tree):
        found.append(claimed)
        return None
    pairs: list[tuple[str, Any, Any]]
    if isinstance(tree, dict):
        items = items_of(claimed, tree)
        if isinstance(items, Difference):
            return items
        pairs = [(f"[{key!r}]", part, items[key]) for key, part in tree.items()]
    else:
        parts = parts_of(claimed, len(tree))
        if isinstance(parts, Difference):
            return parts
        pairs = [(f"[{i}]", *pair) for i, pair in enumerate(zip(tree, parts, strict=True))]
    for step, part, claim in pairs:
        difference = _match(part, claim, found)
        if difference:
            return difference.inside(step)
    return None
