"""The examples of problem.yaml as Python values: what the contract calls an array is one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import numpy as np
from msgspec import UNSET

from grader.bank.contract import default_of
from grader.model import Example, Function
from grader.sandbox.proxies import Call, code

_ARRAY = re.compile(r"^(float|int|bool|complex) arrays?\b")
_MANY = re.compile(r"^(list|tuple|dict) of ((float|int|bool|complex) arrays|tuples|lists|dicts)\b")


def example_call(write: Mapping[str, Function], example: Example) -> Call:
    """The call of an example: arguments by position, those with a default by keyword."""
    assert isinstance(example.call, str)
    assert isinstance(example.given, dict)
    args, kwargs = [], {}
    for name, kind in write[example.call].takes.items():
        if name not in example.given:
            continue
        value = as_value(kind, example.given[name])
        if default_of(kind) is None:
            args.append(value)
        else:
            kwargs[name] = value
    return Call(example.call, tuple(args), kwargs)


def as_value(kind: str, given: Any) -> Any:
    """A YAML value as the type of the contract asks: an array where it says `float array`.

    `list of float arrays` has arrays within, `list of tuples` tuples whose lists are arrays; a
    `function` is given as the text of one expression, `lambda x: x * x`.
    """
    if kind.startswith("function") and isinstance(given, str):
        return code(given)
    many = _MANY.match(kind)
    if many and isinstance(given, Mapping):
        return {key: as_value(many[2], item) for key, item in given.items()}
    if many and isinstance(given, list):
        items = [as_value(many[2], item) for item in given]
        return tuple(items) if many[1] == "tuple" else items
    array = _ARRAY.match(kind)
    if array:
        return np.array(given, dtype=array[1])
    if kind.startswith("tuple"):
        return tuple(_part(item) for item in given)
    if kind.startswith("dict") and isinstance(given, Mapping):
        return {key: _part(item) for key, item in given.items()}
    if re.match(r"^float\b", kind) and isinstance(given, int) and not isinstance(given, bool):
        return float(given)
    return given


def _part(item: Any) -> Any:
    if isinstance(item, Mapping):
        return {key: _part(value) for key, value in item.items()}
    return np.array(item, dtype=float) if isinstance(item, list) else item


def promised(write: Mapping[str, Function], example: Example) -> Any:
    """The value that the call of an example must give; UNSET where it must raise."""
    if example.gives is UNSET:
        return UNSET
    return as_value(write[str(example.call)].gives, example.gives)
