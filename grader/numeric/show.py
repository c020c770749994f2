"""Values as short text that can be pasted into Python (with `nan` and `inf` in scope)."""

from __future__ import annotations

import inspect
import math
from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import numpy as np

from grader.numeric.values import is_number, type_name

_MAX_ENTRIES = 64  # so that an elided text is always longer than 64 entries would be
_MAX_DEPTH = 32
_MAX_TEXT = 200
_MAX_INT_BITS = 256


def paste(value: Any, digits: int | None = 6) -> str:
    """The value as Python text: arrays as nested lists, 1000.0 as 1000.

    Numbers below 1e15 are shown with all digits before the point, floats with that many significant
    digits at least, or exactly if `digits` is None. Beyond 64 entries, and where lists are nested
    32 deep, "..." stands for the rest. Never raises; what has no Python text is shown as
    `<type name>`.
    """
    return _Shower(digits).show(value, 0)


def tell_apart(expected: Any, actual: Any) -> tuple[str, str] | None:
    """Two different values as texts that differ: with more digits if need be, or None."""
    for digits in (6, None):
        texts = paste(expected, digits), paste(actual, digits)
        if texts[0] != texts[1]:
            return texts
    return None


def call_text(name: str, args: Sequence[Any], kwargs: Mapping[str, Any] | None = None) -> str:
    """The call as Python text, with its numbers exact: `softmax([0, 1000], axis=-1)`."""
    shown = [_argument(arg) for arg in args]
    shown += [f"{key}={_argument(arg)}" for key, arg in (kwargs or {}).items()]
    return f"{name}({', '.join(shown)})"


def _argument(value: Any) -> str:
    """A 0-d array by that name: a number in its place would have no shape."""
    text = paste(value, None)
    return f"np.array({text})" if type(value) is np.ndarray and value.ndim == 0 else text


class _Shower:
    def __init__(self, digits: int | None) -> None:
        self._digits = digits
        self._left = _MAX_ENTRIES

    def show(self, value: Any, depth: int) -> str:
        # As in values.py: the value may be hostile, so only methods of built-in types are called.
        t = type(value)
        if issubclass(t, np.ndarray):
            array = np.asarray(value)
            if array.ndim:
                nested = depth >= _MAX_DEPTH
                return "..." if nested else f"[{self._items(iter(array), depth)}]"
            if array.dtype.kind not in "biufc":
                return f"<{array.dtype} array>"
        if is_number(value):
            return self._number(value)
        if value is None:
            return "None"
        if issubclass(t, str):
            text = repr(str.__str__(value)[:_MAX_TEXT])
            return text + "..." if str.__len__(value) > _MAX_TEXT else text
        if issubclass(t, bytes):
            return repr(bytes(bytes.__iter__(value))[:_MAX_TEXT])
        if depth >= _MAX_DEPTH:
            return "..."
        if issubclass(t, list):
            return f"[{self._items(list.__iter__(value), depth)}]"
        if issubclass(t, tuple):
            comma = "," if tuple.__len__(value) == 1 else ""
            return f"({self._items(tuple.__iter__(value), depth)}{comma})"
        if issubclass(t, dict):
            return f"{{{self._pairs(value, depth)}}}"
        source = inspect.getattr_static(value, "source", None)
        return source[:_MAX_TEXT] if type(source) is str else f"<{type_name(value)}>"

    def _items(self, items: Iterable[Any], depth: int) -> str:
        shown = []
        for item in items:
            if self._left <= 0:
                shown.append("...")
                break
            self._left -= 1
            shown.append(self.show(item, depth + 1))
        return ", ".join(shown)

    def _pairs(self, value: dict[Any, Any], depth: int) -> str:
        shown = []
        for key, item in dict.items(value):
            if self._left <= 0:
                shown.append("...")
                break
            self._left -= 1
            shown.append(f"{self.show(key, depth + 1)}: {self.show(item, depth + 1)}")
        return ", ".join(shown)

    def _number(self, value: Any) -> str:
        plain = _as_python(value)
        if isinstance(plain, float):
            return self._float(plain)
        if isinstance(plain, complex):
            return f"complex({self._float(plain.real)}, {self._float(plain.imag)})"
        if isinstance(plain, int) and plain.bit_length() > _MAX_INT_BITS:
            return f"<int of {plain.bit_length()} bits>"
        return repr(plain)

    def _float(self, x: float) -> str:
        if math.isnan(x):
            return "nan"
        if math.isinf(x):
            return "inf" if x > 0 else "-inf"
        if x == 0:
            return "-0.0" if math.copysign(1, x) < 0 and self._digits is None else "0"
        if x.is_integer() and abs(x) < 1e15:
            return str(int(x))
        if self._digits is None:
            return repr(x)
        whole = len(str(int(abs(x)))) if abs(x) < 1e15 else 0
        return f"{x:.{max(self._digits, whole)}g}"


def _as_python(value: Any) -> bool | int | float | complex:
    t = type(value)
    if issubclass(t, np.ndarray | np.generic):
        array = np.asarray(value)
        kinds: dict[str, Any] = {"b": bool, "i": int, "u": int, "f": float, "c": complex}
        number: bool | int | float | complex = kinds[array.dtype.kind](array)
        return number
    if issubclass(t, bool):
        return bool(value)
    if issubclass(t, int):
        return int.__int__(value)
    return float.__float__(value) if issubclass(t, float) else complex.__complex__(value)
