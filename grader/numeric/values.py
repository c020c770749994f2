"""Reading values of unknown origin as arrays of numbers, without running any code of theirs.

A value may be an object that lies about its class or raises in every method, so types are taken
with `type()`, and the methods called are those of the built-in types.
"""

from __future__ import annotations

import inspect
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, Literal

import numpy as np
from numpy.typing import NDArray

from grader.numeric.difference import NO_RETURN, Difference

Kind = Literal["number", "bool"]
Floats = NDArray[np.float64]

_MAX_DEPTH = 32
_SCALARS = frozenset(t for t in np.sctypeDict.values() if issubclass(t, np.number | np.bool_))
_PLAIN = frozenset({float, int, np.float64, np.float32, np.float16, np.int64, np.int32})
_OTHER_KINDS = {
    "c": ("complex", "It holds complex numbers, but it must hold real ones."),
    "O": ("object", "It holds Python objects, but it must hold numbers."),
    "b": ("bool", "It holds True and False, but it must hold numbers."),
    "M": ("kind", "It holds dates, but it must hold numbers."),
    "m": ("kind", "It holds time spans, but it must hold numbers."),
    "S": ("text", "It holds text, but it must hold numbers."),
    "U": ("text", "It holds text, but it must hold numbers."),
    "T": ("text", "It holds text, but it must hold numbers."),
}
# Only these may be named to a student: any other name may have been made up on the spot, and a
# name made up by code that has seen a hidden input could tell it.
_NAMED: tuple[type, ...] = (
    *(bool, int, float, complex, str, bytes, bytearray, list, tuple, dict, set, frozenset),
    *(range, map, filter, zip, enumerate, slice, type, np.datetime64, np.timedelta64),
)
_KNOWN_TYPES = frozenset(t.__name__ for t in _NAMED) | {
    *("generator", "module", "dict_keys", "dict_values", "dict_items"),
}
# To a student all of these are one thing.
_FUNCTIONS = frozenset(
    ("function", "builtin_function_or_method", "method", "ufunc", "_ArrayFunctionDispatcher")
)


@dataclass(frozen=True)
class Reading:
    """A value as an array. `data` is float64, or bool for kind "bool"; `dtype` is what came."""

    data: NDArray[Any]
    kind: Kind
    dtype: str


def read(value: Any, kind: Kind = "number") -> Reading | Difference:
    """The number, array or rectangular nested list `value` as an array of that kind.

    Never raises: anything else gives the reason as a Difference.
    """
    got = _read(value, 0)
    if isinstance(got, Difference) or got.kind == kind:
        return got
    if got.data.size == 0 and got.dtype == "":
        return Reading(got.data.astype(bool if kind == "bool" else float), kind, "")
    return _wrong_kind("b" if got.kind == "bool" else "f", kind)


def is_number(value: Any) -> bool:
    """Whether it is one Python or numpy number or truth value, or a 0-d array."""
    t = type(value)
    if issubclass(t, np.ndarray):
        return np.asarray(value).ndim == 0
    return t in _SCALARS or issubclass(t, int | float | complex)


def type_name(value: Any) -> str:
    """The name of its type, or the `type_name` that a handle to a distant object carries.

    Functions of every kind are "function".
    """
    # getattr_static runs no code of the object: a property or __getattr__ could raise.
    told = inspect.getattr_static(value, "type_name", None)
    name = told if type(told) is str else type.__dict__["__name__"].__get__(type(value))
    return "function" if name in _FUNCTIONS else str(name)[:60]


def came_back(value: Any) -> str:
    """What came back, as the beginning of a sentence without numbers: "A list", "None"."""
    t = type(value)
    if value is None:
        return "None"
    if t is bool or t is np.bool_:
        return "True or False"
    if is_number(value):
        return "A number"
    if issubclass(t, np.ndarray):
        return "An array"
    for base, text in ((str, "Text"), (list, "A list"), (tuple, "A tuple"), (dict, "A dict")):
        if issubclass(t, base):
            return text
    name = type_name(value)
    if name == "function":
        return "A function"
    return f"An object of type {name}" if name in _KNOWN_TYPES else "An object"


def not_a(value: Any, wanted: str) -> Difference:
    """The value is of another kind altogether than `wanted` ("a number", "an array")."""
    if value is None:
        return Difference(f"None came back where {wanted} must be{NO_RETURN}", "", "none")
    if type_name(value) == "function":
        words = f"A function came back where {wanted} must be; are the brackets of a call missing?"
        return Difference(words, "", "kind")
    detail = f"Its type is {type_name(value)}."
    return Difference(f"{came_back(value)} came back where {wanted} must be.", detail, "kind")


def _read(value: Any, depth: int) -> Reading | Difference:
    t = type(value)
    if t is bool or t is np.bool_:
        return Reading(np.array(bool(value)), "bool", "bool")
    # float(value) would call a subclass's own __float__.
    if t not in _SCALARS and issubclass(t, float):
        return Reading(np.array(float.__float__(value)), "number", "float64")
    if t not in _SCALARS and issubclass(t, int):
        return _from_ints([int.__int__(value)], scalar=True)
    if t in _SCALARS or issubclass(t, np.ndarray):
        return _from_array(np.asarray(value))
    if issubclass(t, list):
        return _from_items(list.__iter__(value), depth)
    if issubclass(t, tuple):
        return _from_items(tuple.__iter__(value), depth)
    if issubclass(t, complex):
        return _wrong_kind("c", "number")
    return not_a(value, "a number")


def _from_array(array: NDArray[Any]) -> Reading | Difference:
    kind = array.dtype.kind
    if kind == "b":
        return Reading(array.astype(bool), "bool", "bool")
    if kind not in "iuf":
        return _wrong_kind(kind, "number")
    with np.errstate(all="ignore"):
        return Reading(array.astype(np.float64), "number", array.dtype.name)


def _from_ints(items: list[Any], scalar: bool = False) -> Reading | Difference:
    try:
        data = np.array(items, dtype=np.float64)
    except OverflowError:
        return Difference("An integer is too large for a float.", "", "overflow")
    return Reading(data.reshape(()) if scalar else data, "number", "float64")


def _from_items(items: Iterable[Any], depth: int) -> Reading | Difference:
    if depth >= _MAX_DEPTH:
        return Difference("The lists are nested too deeply to be an array.", "", "ragged")
    parts = list(items)
    if not parts:
        return Reading(np.zeros(0), "number", "")
    types = set(map(type, parts))
    if types <= _PLAIN:
        read_all = _from_ints(parts)
        if isinstance(read_all, Reading) and types <= {np.float32, np.float16}:
            return Reading(read_all.data, "number", "float32")
        return read_all
    if any(part is None for part in parts):
        return Difference("It holds None, but it must hold numbers.", "", "none")
    readings = []
    for part in parts:
        reading = _read(part, depth + 1)
        if isinstance(reading, Difference):
            return reading
        readings.append(reading)
    if len({reading.data.shape for reading in readings}) > 1:
        deep = len({reading.data.ndim for reading in readings}) > 1
        what = "parts have different shapes" if deep else "rows have different lengths"
        words = f"Its {what}, so it is no array."
        return Difference(words, "", "ragged")
    if len({reading.kind for reading in readings}) > 1:
        return Difference("Numbers are mixed with True or False.", "", "bool")
    dtypes = {reading.dtype for reading in readings}
    dtype = dtypes.pop() if len(dtypes) == 1 else "float64"
    return Reading(np.stack([reading.data for reading in readings]), readings[0].kind, dtype)


def _wrong_kind(letter: str, wanted: Kind) -> Difference:
    if wanted == "bool":
        return Difference("It holds numbers, but it must hold True or False.", "", "kind")
    slug, words = _OTHER_KINDS.get(letter, ("kind", "It does not hold plain numbers."))
    return Difference(words, "", slug)
