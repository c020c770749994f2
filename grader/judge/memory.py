"""Values remembered by what they depend on, to the last bit."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from fractions import Fraction
from hashlib import blake2b
from types import BuiltinFunctionType, FunctionType, ModuleType
from typing import Any, Generic, TypeVar

import mpmath
import numpy as np

from grader.sandbox.copies import copied
from grader.sandbox.proxies import bytes_of
from grader.sandbox.wire import Code

_MOST = 1_000
_LARGE = 2**12  # bytes of a value, beyond which it is not kept
_SHORT = 64  # bytes of an array that are its own key

_T = TypeVar("_T")


class Whole:
    """An object that stays as it is and gives equal values for equal arguments: its own key."""


_SCALARS = (type(None), bool, int, float, complex, str, mpmath.mpf, Fraction)
# There is one of each, or they cannot change.
_THEMSELVES = (np.ufunc, ModuleType, Code, Whole)


class NoKey(Exception):
    """A value depends on something that is no data, and no function that is known whole."""


class Memory(Generic[_T]):
    """Values by their keys; those asked for longest ago go first. What raises is not kept."""

    def __init__(self) -> None:
        self._known: OrderedDict[Any, _T] = OrderedDict()

    def value(self, key: Any, compute: Callable[[], _T]) -> _T:
        """The value of the key, computed if it is not known."""
        if key in self._known:
            self._known.move_to_end(key)
            return self._known[key]
        found = compute()
        self._keep(key, found)
        return found

    def data(self, key: Any, compute: Callable[[], _T]) -> _T:
        """As `value`, but each time a copy of one's own; what is large or no data is not kept."""
        if key in self._known:
            self._known.move_to_end(key)
            kept: _T = copied(self._known[key])
            return kept
        found = compute()
        if _is_data(found) and bytes_of(found) <= _LARGE:
            self._keep(key, copied(found))
        return found

    def _keep(self, key: Any, value: _T) -> None:
        self._known[key] = value
        if len(self._known) > _MOST:
            self._known.popitem(last=False)


def key_of(value: Any) -> Any:
    """What tells a value from all others, 0.0 from -0.0 and 1 from 1.0 included; else NoKey.

    A function is known by its code and by what it has captured, if that has a key; what it reads
    of its module is taken to stay as it is.
    """
    kind = type(value)
    if kind is np.ndarray and value.dtype.kind != "O":
        data = value.tobytes()
        short = data if len(data) <= _SHORT else blake2b(data, digest_size=16).digest()
        return value.dtype.str, value.shape, short
    if kind is tuple or kind is list:
        return (kind, *map(key_of, value))
    if kind is dict:
        return (kind, *((key_of(key), key_of(one)) for key, one in value.items()))
    if kind is float:
        return kind, value.hex()
    if kind is complex:
        return kind, value.real.hex(), value.imag.hex()
    if kind is mpmath.mpf:
        return kind, value._mpf_
    if isinstance(value, np.generic):
        return kind, value.tobytes()
    if value is None or kind in (bool, int, str):
        return kind, value
    # Not a method: `rng.normal` gives another value each time.
    is_plain = kind is BuiltinFunctionType and isinstance(value.__self__, ModuleType)
    if is_plain or isinstance(value, _THEMSELVES):
        return value
    if kind is FunctionType:
        parts = value.__defaults__, value.__kwdefaults__, _captured(value)
        return _Itself(value.__globals__), value.__code__, *map(key_of, parts)
    raise NoKey


class _Itself:
    """The names of a module as part of a key: equal to themselves only, and alive with it."""

    def __init__(self, names: dict[str, Any]) -> None:
        self._names = names

    def __eq__(self, other: object) -> bool:
        return isinstance(other, _Itself) and other._names is self._names

    def __hash__(self) -> int:
        return id(self._names)


def _is_data(value: Any) -> bool:
    """Whether there is no object in a value that a copy of it would share."""
    kind = type(value)
    if kind is tuple or kind is list:
        return all(map(_is_data, value))
    if kind is dict:
        return all(_is_data(key) and _is_data(item) for key, item in value.items())
    if kind is np.ndarray:
        return bool(value.dtype.kind != "O")
    return kind in _SCALARS or isinstance(value, np.generic)


def _captured(function: FunctionType) -> list[Any]:
    try:
        return [cell.cell_contents for cell in function.__closure__ or ()]
    except ValueError as empty:  # a name that has no value yet
        raise NoKey from empty
