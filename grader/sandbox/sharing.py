"""Whether a value that came back lives in the memory of what went in."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import numpy as np


def shares_memory(value: Any, given: Any) -> bool:
    """Whether an array in `value` is one of `given`, or a view of one; containers are looked into.

    A list or dict that is handed back itself counts too.
    """
    mine, theirs = list(_parts(value)), list(_parts(given))
    return any(_is_same(a, b) for a in mine for b in theirs)


def _is_same(a: Any, b: Any) -> bool:
    if isinstance(a, np.ndarray) and isinstance(b, np.ndarray):
        # Only what is cut from one buffer can overlap in it.
        return bool(a.size and b.size and np.may_share_memory(a, b))
    return a is b


def _parts(value: Any) -> Iterator[Any]:
    """Arrays, lists and dicts within a value, each once: it may hold itself."""
    todo, seen = [value], set()
    while todo:
        part = todo.pop()
        kind = type(part)
        if id(part) in seen:
            continue
        seen.add(id(part))
        if kind is list or kind is dict or issubclass(kind, np.ndarray):
            yield part
        if kind is list or kind is tuple:
            todo += part
        elif kind is dict:
            todo += part.values()
