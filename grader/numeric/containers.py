"""Looking into containers of unknown origin, without running any code of theirs."""

from __future__ import annotations

from typing import Any

from grader.numeric.difference import Difference
from grader.numeric.show import paste
from grader.numeric.values import not_a

_PLAIN_KEYS = (str, int, float, bool, type(None), bytes)


def parts_of(actual: Any, n: int) -> list[Any] | Difference:
    """The parts of a tuple or list that must have `n` of them."""
    t = type(actual)
    if issubclass(t, list):
        parts = list(list.__iter__(actual))
    elif issubclass(t, tuple):
        parts = list(tuple.__iter__(actual))
    else:
        return not_a(actual, f"a tuple or list of {n} part{'' if n == 1 else 's'}")
    if len(parts) != n:
        words = f"The number of parts is {len(parts)}, but it must be {n}."
        return Difference(words, "", "length")
    return parts


def items_of(actual: Any, expected: dict[Any, Any]) -> dict[Any, Any] | Difference:
    """The items of a dict that must have the keys of `expected`.

    ValueError if a key of `expected` is no text, number or tuple of them.
    """
    if not issubclass(type(actual), dict):
        return not_a(actual, "a dict")
    items = _plain_items(actual)
    return _keys(items, dict.__len__(actual), expected) or items


def _plain_items(actual: dict[Any, Any]) -> dict[Any, Any]:
    # A key of any other type could bring an __eq__ or __hash__ of its own.
    def plain(key: Any) -> bool:
        if type(key) is tuple:
            return all(type(part) in _PLAIN_KEYS for part in key)
        return type(key) in _PLAIN_KEYS

    return {key: value for key, value in dict.items(actual) if plain(key)}


def _keys(actual: dict[Any, Any], count: int, expected: dict[Any, Any]) -> Difference | None:
    if len(_plain_items(expected)) != len(expected):
        raise ValueError("the keys of the dict expected must be text, numbers or tuples of them")
    missing = [repr(key) for key in expected if key not in actual]
    extra = [paste(key)[:40] for key in actual if key not in expected]
    if not missing and count == len(expected):
        return None
    # A key of the student's is data of the student's: it is named in the detail only.
    some = "A key is missing" if len(missing) == 1 else "Keys are missing"
    words = [f"{some}: {', '.join(missing)}."] if missing else []
    if count > len(expected) - len(missing):
        must = ", ".join(map(repr, expected)) or "none"
        words.append(f"There is a key that does not belong; the keys must be: {must}.")
    detail = f"Keys that do not belong: {', '.join(sorted(extra))}." if extra else ""
    return Difference(" ".join(words), detail, "keys")
