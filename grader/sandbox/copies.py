"""Copies of plain values: arrays, and containers of them."""

from __future__ import annotations

from typing import Any

import numpy as np


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
