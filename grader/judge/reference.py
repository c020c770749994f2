"""The solution's functions as checks call them, remembered for the whole class.

A check draws the same inputs for every student, so its calls to the reference are the same too:
the n-th call of a check is answered from memory if its arguments are those of last time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from types import ModuleType
from typing import Any

import numpy as np

from grader.sandbox.copies import copied, is_plain
from grader.sandbox.local import receive
from grader.sandbox.scripts import run_script


@dataclass(frozen=True)
class _Remembered:
    name: str
    args: tuple[Any, ...]
    kwargs: dict[str, Any]
    value: Any


class Memory:
    """The calls one check made to the reference, in order."""

    def __init__(self) -> None:
        self.calls: list[_Remembered] = []


class Reference:
    """`reference.f(...)` and `reference.f.map(inputs)`, run in this process or remembered."""

    def __init__(self, module: ModuleType, memory: Memory | None = None) -> None:
        self._module = module
        self._memory = memory or Memory()
        self._next = 0

    def __getattr__(self, name: str) -> ReferenceFunction:
        if name.startswith("__"):
            raise AttributeError(name)
        function = getattr(self._module, name)
        return ReferenceFunction(lambda args, kwargs: self._answer(name, function, args, kwargs))

    def _answer(
        self,
        name: str,
        function: Callable[..., Any],
        args: tuple[Any, ...],
        kwargs: dict[str, Any],
    ) -> Any:
        calls, number = self._memory.calls, self._next
        self._next += 1
        if number < len(calls):
            known = calls[number]
            if known.name == name and same(known.args, args) and same(known.kwargs, kwargs):
                return copied(known.value)
        own_args, own_kwargs = receive(args), receive(kwargs)
        value = function(*own_args, **own_kwargs)
        if number == len(calls) and is_plain(value) and is_plain(args) and is_plain(kwargs):
            calls.append(_Remembered(name, copied(args), copied(kwargs), copied(value)))
        return value

    def evaluate(self, source: str, **inputs: Any) -> Any:
        """What `student.evaluate` gives with the solution's names."""
        received = {key: receive(value) for key, value in inputs.items()}
        return run_script(source, self._module.__dict__, received)


class ReferenceFunction:
    """One function of the solution; it gets copies of its arguments."""

    def __init__(self, answer: Callable[[tuple[Any, ...], dict[str, Any]], Any]) -> None:
        self._answer = answer

    def __call__(self, *args: Any, **kwargs: Any) -> Any:
        return self._answer(args, kwargs)

    def map(self, inputs: Sequence[Any], **kwargs: Any) -> list[Any]:
        """The values for each input, as `student.f.map` gives them."""
        return [self(*(one if isinstance(one, tuple) else (one,)), **kwargs) for one in inputs]


def same(a: Any, b: Any) -> bool:
    """Whether two plain values are the same to the last bit, nan included."""
    kind = type(a)
    if kind is not type(b):
        return False
    if kind is np.ndarray:
        return bool(a.dtype == b.dtype and a.shape == b.shape and a.tobytes() == b.tobytes())
    if kind is tuple or kind is list:
        return len(a) == len(b) and all(map(same, a, b))
    if kind is dict:
        return list(a) == list(b) and all(map(same, a.values(), b.values()))
    if kind is float:
        return bool(a.hex() == b.hex())  # tells 0.0 from -0.0, and nan is nan
    if kind is complex:
        return same(a.real, b.real) and same(a.imag, b.imag)
    if isinstance(a, np.generic):
        return bool(a.tobytes() == b.tobytes())
    return bool(a == b)
