"""The solution's functions as checks call them, remembered for the whole class.

A check draws the same inputs for every student, so its calls to the reference are the same too.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from types import ModuleType
from typing import Any

from grader.judge.memory import Memory, NoKey, Whole, key_of
from grader.sandbox.local import receive
from grader.sandbox.scripts import run_script


class Reference(Whole):
    """`reference.f(...)` and `reference.f.map(inputs)`, run in this process or remembered."""

    def __init__(self, module: ModuleType) -> None:
        self._module = module
        self._known: Memory[Any] = Memory()

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
        def compute() -> Any:
            own_args, own_kwargs = receive(args), receive(kwargs)
            return function(*own_args, **own_kwargs)

        try:
            key = name, key_of((args, kwargs))
        except NoKey:
            return compute()
        return self._known.data(key, compute)

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
