"""From a call that goes wrong to the smallest one, by moves that keep an input legal.

What a function may be given is known only from its contract and from the calls of its checks. So
nothing is made up: entries are left away along the axes that the contract names (all arrays with
that size lose the same ones), and numbers are rounded. hypothesis searches, seeded and without a
database; the caller says which candidates still go wrong.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any

import numpy as np
from hypothesis import HealthCheck, Phase, find, settings
from hypothesis import strategies as st
from hypothesis.errors import Flaky, NoSuchExample

from grader.model import Function
from grader.sandbox.proxies import Call

_EXAMPLES = 40
_SMALLEST = 2  # a row of one entry or a single class shows little, and hides what went wrong
_SIZES = re.compile(r"\(([^()]*)\)")
_SETTINGS = settings(
    max_examples=_EXAMPLES,
    derandomize=True,
    database=None,
    deadline=None,
    phases=[Phase.generate, Phase.shrink],
    suppress_health_check=list(HealthCheck),
)


def shrink(call: Call, contract: Function, goes_wrong: Callable[[Call], bool]) -> Call:
    """The smallest call found for which `goes_wrong` holds; `call` itself if there is none."""
    axes = {
        name: axis_names(kind, np.shape(value))
        for (name, kind), value in zip(contract.takes.items(), call.args, strict=False)
        if isinstance(value, np.ndarray)
    }
    sizes = _sizes(call, axes, tuple(contract.takes))
    if sizes is None:
        return call

    @st.composite
    def smaller(draw: st.DrawFn) -> Call:
        kept = {}
        for name, size in sizes.items():
            length = draw(st.integers(min(size, _SMALLEST), size))
            first = draw(st.integers(0, size - length))
            kept[name] = slice(first, first + length)
        decimals = draw(st.sampled_from((0, 1, None)))
        args = [
            _cut(value, axes.get(name, ()), kept, decimals)
            for name, value in zip(contract.takes, call.args, strict=False)
        ]
        return Call(call.name, tuple(args), call.kwargs)

    try:
        return find(smaller(), goes_wrong, settings=_SETTINGS)
    except (NoSuchExample, Flaky):
        # Code that answers the same call differently each time cannot be led to a smallest one.
        return call


def axis_names(kind: str, shape: tuple[int, ...]) -> tuple[str, ...]:
    """The names of the axes of an array in the words of its contract; () where they do not fit.

    `float array (N, ...)` names the axes of an array of shape (3, 2, 2) N, ...1, ...2.
    """
    for words in _SIZES.findall(kind):
        names = [word.strip() for word in words.split(",") if word.strip()]
        if "..." in names:
            at, rest = names.index("..."), len(shape) - len(names) + 1
            names[at : at + 1] = [f"...{number}" for number in range(1, rest + 1)]
        if len(names) == len(shape):
            return tuple(names)
    return ()


def _sizes(
    call: Call, axes: Mapping[str, tuple[str, ...]], arguments: tuple[str, ...]
) -> dict[str, int] | None:
    """How long each named axis is; None where two arrays disagree, as in a call that must fail."""
    sizes: dict[str, int] = {}
    for name, value in zip(arguments, call.args, strict=False):
        shape = value.shape if isinstance(value, np.ndarray) else ()  # a list may be ragged
        for axis, size in zip(axes.get(name, ()), shape, strict=False):
            if sizes.setdefault(axis, size) != size:
                return None
    return {axis: size for axis, size in sizes.items() if axis.isidentifier() and size}


def _cut(value: Any, axes: tuple[str, ...], kept: Mapping[str, slice], decimals: int | None) -> Any:
    if isinstance(value, np.ndarray):
        # A 0-d array stays one: an index, or rounding, would make a number of it.
        part = np.asarray(value[tuple(kept.get(axis, slice(None)) for axis in axes)])
        return part if decimals is None or part.dtype.kind != "f" else _rounded(part, decimals)
    return value if decimals is None or not isinstance(value, float) else _rounded(value, decimals)


def _rounded(value: Any, decimals: int) -> Any:
    kept = np.asarray(np.round(value, decimals) + 0.0)  # no -0.0
    if kept.ndim == 0 and kept == 0:
        return value  # a step, a scale or a bound that is above 0 must stay so
    return kept if isinstance(value, np.ndarray) else float(kept)
