"""What checks are written with: each helper passes in silence or raises Mismatch."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any

import numpy as np

from grader.judge.expect_slopes import (
    draw_point,
    expect_gradient,
    expect_hessian,
    expect_jacobian,
    expect_vjp,
)
from grader.judge.mismatch import Mismatch, mismatch_of, required
from grader.numeric.arrays import ArrayKind, read_array
from grader.numeric.closeness import Difference, compare
from grader.numeric.stability import compare_exact
from grader.sandbox.proxies import Call, CallFailed, Function, Student, code

__all__ = [
    "Mismatch",
    "code",
    "draw_point",
    "expect",
    "expect_array",
    "expect_close",
    "expect_gradient",
    "expect_hessian",
    "expect_jacobian",
    "expect_methods",
    "expect_new_array",
    "expect_raises",
    "expect_stable",
    "expect_unchanged",
    "expect_vectorised",
    "expect_vjp",
]

HAS_METHODS = "[callable(getattr(globals().get(name), method, None)) for method in methods]"


def expect(condition: Any, words: str) -> None:
    """The condition holds; otherwise the student reads `words`, a sentence without numbers."""
    if not condition:
        raise Mismatch(words)


def expect_close(
    actual: Any,
    expected: Any,
    rtol: float = 1e-9,
    atol: float | None = None,
    sizes: Mapping[str, int] | None = None,
    what: str = "",
) -> None:
    """`actual` has the structure, shape and kind of `expected` and its values to a tolerance.

    `sizes` names dimensions ("the batch size") so that a factor can be named; `what` names the
    value in the message. See docs/closeness.md for what counts as close.
    """
    _require(compare(actual, expected, rtol=rtol, atol=atol, sizes=sizes), what)


def expect_stable(actual: Any, exact: Any, ulps: float = 4, what: str = "") -> None:
    """`actual` is within `ulps` units in the last place of values known to high precision."""
    _require(compare_exact(actual, exact, ulps=ulps), what)


def expect_array(
    value: Any, shape: Sequence[int], kind: ArrayKind = "float", what: str = ""
) -> np.ndarray[Any, Any]:
    """The value is an array of that shape and kind; it is returned as one, with shape () for one
    number. `what` names it in the message.

    Ints count as floats, floats with whole values as ints. Nested lists count as arrays.
    """
    return required(read_array(value, tuple(shape), kind), what)


@contextmanager
def expect_raises(*kinds: type[BaseException]) -> Iterator[None]:
    """The student's call inside raises one of `kinds` or a subclass of it."""
    wanted = " or ".join(kind.__name__ for kind in kinds)
    try:
        yield
    except CallFailed as failed:
        if failed.failure.kind != "raised":
            raise
        if not any(failed.failure.is_a(kind) for kind in kinds):
            got = failed.failure.classes[0]
            raise Mismatch(f"It raises {got}, but it must raise {wanted}.") from failed
    else:
        raise Mismatch(f"It must raise {wanted} here, but it returns a value.")


def expect_unchanged(function: Function, *args: Any, **kwargs: Any) -> Any:
    """The call leaves its arguments as they were; its value, which the check must still judge."""
    answer = function.ask(Call(function.name, args, kwargs), watch=True)
    if answer.changed:
        raise Mismatch(
            f"`{function.name}` changes an argument that it is given; work on a copy.", claim=True
        )
    return answer.value


def expect_methods(student: Student, name: str, *methods: str) -> None:
    """The student's class has these methods; a script that uses one would only raise."""
    found = student.evaluate(HAS_METHODS, name=name, methods=list(methods))
    # What the child says of itself may cost points; what the methods give is judged elsewhere.
    said = found if type(found) is list and len(found) == len(methods) else [False] * len(methods)
    for method, is_there in zip(methods, said, strict=True):
        expect(is_there is True, f"`{name}` has no method `{method}`.")


def expect_new_array(function: Function, *args: Any, **kwargs: Any) -> Any:
    """The value is no argument and no view of one; it is returned, and must still be judged."""
    answer = function.ask(Call(function.name, args, kwargs), watch=True)
    if answer.shared:
        raise Mismatch(
            f"`{function.name}` returns the array it is given, or a view of it: to change one "
            "is to change the other. Return a new array.",
            claim=True,
        )
    return answer.value


def expect_vectorised(function: Function, small: tuple[Any, ...], large: tuple[Any, ...]) -> Any:
    """No Python loop over the data: lines executed do not grow from `small` to 8 times as much.

    Returns the value for `large`, which the check must still judge.
    """
    answer, grows = function.growth(Call(function.name, small), Call(function.name, large))
    if grows:
        raise Mismatch(
            f"`{function.name}` runs Python code once per entry or row; "
            "one array operation must do all of them.",
            claim=True,
        )
    return answer.value


def _require(difference: Difference | None, what: str) -> None:
    if difference is not None:
        raise mismatch_of(difference, what)
