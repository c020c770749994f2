"""Copies of plain values: arrays, and containers of them."""

from __future__ import annotations

from typing import Any

import numpy as np

from grader.sandbox.wire import Code

_PLAIN = (type(None), bool, int, float, complex, str, Code)


def copied(value: Any) -> Any:
    """A value that stays as it is whatever becomes of the original.

    Arrays, lists, tuples and dicts are copied; what else there is either cannot change, or is an
    object that is itself and no other.
    """
    kind = type(value)
    if kind is np.ndarray:
        return value.copy()
    if kind is tuple:
        return tuple([copied(item) for item in value])
    if kind is list:
        return [copied(item) for item in value]
    if kind is dict:
        return {key: copied(item) for key, item in value.items()}
    return value


def is_plain(value: Any) -> bool:
    """Whether a value is data through and through, with no object in it; source of code is data."""
    kind = type(value)
    if kind is tuple or kind is list:
        return all(map(is_plain, value))
    if kind is dict:
        return all(is_plain(key) and is_plain(item) for key, item in value.items())
    if kind is np.ndarray:
        return bool(value.dtype.kind != "O")
    return kind in _PLAIN or issubclass(kind, np.generic)
