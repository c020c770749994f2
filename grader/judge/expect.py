"""What checks are written with: each helper passes in silence or raises Mismatch.

A Mismatch has `words`, which never carry a number that the student's code returned, and `detail`,
which does and is shown for public checks only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from typing import Any, TypeVar

import numpy as np

from grader.numeric.arrays import ArrayKind, read_array
from grader.numeric.closeness import Difference, compare
from grader.numeric.gradient_table import GradientTable, check_gradient, table_of, with_curve
from grader.numeric.gradients import Estimate, judge_gradient
from grader.numeric.hessians import numeric_hessian
from grader.numeric.slopes import ManyCalls, numeric_jacobian, numeric_vjp
from grader.numeric.smooth import draw_smooth
from grader.numeric.stability import compare_exact
from grader.numeric.values import read
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

_T = TypeVar("_T")


class Mismatch(AssertionError):
    """A check's expectation is not met; `table` has the rows of a gradient that is not right.

    `claim` says that it is about how the call goes, and not about its value.
    """

    def __init__(
        self,
        words: str,
        detail: str = "",
        table: GradientTable | None = None,
        *,
        claim: bool = False,
    ) -> None:
        super().__init__(f"{words} {detail}".strip())
        self.words = words
        self.detail = detail
        self.table = table
        self.claim = claim


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
    got = read_array(value, tuple(shape), kind)
    if isinstance(got, Difference):
        raise _mismatch(got, what)
    return got


def draw_point(loss: Callable[[Any], float], draw: Callable[[], _T]) -> _T:
    """What `draw()` gives, drawn anew (20 times at most) while `loss` has a kink there.

    `loss` is ours, as `expect_gradient` takes it: drawn by a student's, inputs would be another's
    for every student. ValueError for one of theirs.
    """
    if isinstance(loss, Function):
        raise ValueError("a point is drawn by a loss of ours, not by the student's")
    return draw_smooth(_many(loss, "the loss", number=True), draw)


def expect_gradient(
    loss: Callable[[Any], float] | Function,
    at: Any,
    claimed: Any,
    what: str = "the gradient",
    sizes: Mapping[str, int] | None = None,
    complex_step: bool = False,
    curve: bool = False,
) -> None:
    """`claimed` is the gradient of `loss` at `at`, as finite differences with error bars see it.

    `at` is an array, a number, or a dict, list or tuple of them, and `claimed` has its structure.
    `loss` takes such a thing and gives a number; `student.loss` takes a tuple as its arguments.
    ValueError if no slope can be measured, unless that is the fault of a loss of the student's.
    See grader.numeric.gradient_table; `complex_step` is for a loss of ours that is analytic. With
    `curve` a failure shows how the error of a finite difference depends on its step.
    """
    many = _many(loss, "the loss", number=True)
    table = check_gradient(many, at, claimed, sizes=sizes, complex_step=complex_step)
    if curve and not table.ok:
        table = with_curve(table, many, at)
    _require_table(table, what, isinstance(loss, Function))


def expect_jacobian(
    f: Callable[[Any], Any] | Function,
    at: Any,
    claimed: Any,
    what: str = "the Jacobian",
    sizes: Mapping[str, int] | None = None,
) -> None:
    """`claimed` is the Jacobian of `f` at the array `at`, of shape `f(at).shape + at.shape`."""
    many = _many(f, "the value")
    _require_slopes(claimed, numeric_jacobian(many, at), what, sizes, isinstance(f, Function))


def expect_vjp(
    f: Callable[[Any], Any] | Function,
    at: Any,
    upstream: Any,
    claimed: Any,
    what: str = "the gradient that flows back",
    sizes: Mapping[str, int] | None = None,
) -> None:
    """`claimed` is `upstream` times the Jacobian of `f` at the array `at`: its shape is `at`'s.

    `upstream` has the shape of `f(at)`; draw it at random, for equal entries hide slips.
    """
    many = _many(f, "the value")
    _require_slopes(claimed, numeric_vjp(many, at, upstream), what, sizes, isinstance(f, Function))


def expect_hessian(
    loss: Callable[[Any], float] | Function,
    at: Any,
    claimed: Any,
    what: str = "the Hessian",
    sizes: Mapping[str, int] | None = None,
) -> None:
    """`claimed` is the Hessian of `loss` at the array `at`, of shape `at.shape + at.shape`."""
    many = _many(loss, "the loss", number=True)
    _require_slopes(claimed, numeric_hessian(many, at), what, sizes, isinstance(loss, Function))


def _many(f: Callable[[Any], Any] | Function, what: str, number: bool = False) -> ManyCalls:
    """`f` for a list of points. What a student's function returns is judged before it is used."""

    def many(points: list[Any]) -> Sequence[Any]:
        if not isinstance(f, Function):
            return f.map(points) if hasattr(f, "map") else [f(point) for point in points]
        values = f.map(points)
        first = read(values[0])
        if isinstance(first, Difference):
            raise _mismatch(first, what)
        shape = () if number else first.data.shape
        return [expect_array(value, shape, what=what) for value in values]

    return many


def _require_slopes(
    claimed: Any,
    measured: Estimate,
    what: str,
    sizes: Mapping[str, int] | None,
    theirs: bool,
) -> None:
    _require_table(table_of([("", judge_gradient(claimed, measured, sizes))]), what, theirs)


def _require_table(table: GradientTable, what: str, theirs: bool) -> None:
    """`theirs`: the function measured is the student's."""
    if table.status == "unresolved" and theirs:
        words = "The slope of your own function cannot be measured here: its values jump."
        raise Mismatch(f"{_capital(what)}: {words}")
    if table.status == "unresolved":
        raise ValueError(f"{what}: the slope cannot be measured at this point; draw another")
    if not table.ok:
        named = any(row.name for row in table.rows) and what == "the gradient"
        words = table.words if named else f"{_capital(what)}: {table.words}"
        raise Mismatch(words, table.detail, table)


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
            f"`{function.name}` changes the array it is given; work on a copy.", claim=True
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
            "one array operation must do the whole batch.",
            claim=True,
        )
    return answer.value


def _require(difference: Difference | None, what: str) -> None:
    if difference is not None:
        raise _mismatch(difference, what)


def _mismatch(difference: Difference, what: str) -> Mismatch:
    name = what or (f"`result{difference.where}`" if difference.where else "")
    words = f"{_capital(name)}: {difference.words}" if name else difference.words
    return Mismatch(words, difference.detail)


def _capital(text: str) -> str:
    # A name such as dw stays as it is written.
    first = text.partition(" ")[0].rstrip(",")
    return text if len(first) < 3 and first != "a" else text[:1].upper() + text[1:]
