"""Checks of slopes against finite differences: gradients, Jacobians, Hessians, backward passes."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, TypeVar

from grader.judge.mismatch import Mismatch, capital, required
from grader.judge.remembered import measured_once
from grader.numeric.arrays import read_array
from grader.numeric.gradient_table import GradientTable, check_gradient, table_of, with_curve
from grader.numeric.gradients import Estimate, judge_gradient
from grader.numeric.hessians import numeric_hessian
from grader.numeric.slopes import ManyCalls, numeric_jacobian, numeric_vjp
from grader.numeric.smooth import draw_smooth
from grader.numeric.values import read
from grader.sandbox.proxies import Function

_T = TypeVar("_T")


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
    table = check_gradient(
        many,
        at,
        claimed,
        sizes=sizes,
        complex_step=complex_step,
        take=lambda measure: measured_once(measure, loss, "gradient", at, complex_step),
    )
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
    measured = measured_once(lambda: numeric_jacobian(many, at), f, "jacobian", at)
    _require_slopes(claimed, measured, what, sizes, isinstance(f, Function))


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
    measured = measured_once(lambda: numeric_vjp(many, at, upstream), f, "vjp", at, upstream)
    _require_slopes(claimed, measured, what, sizes, isinstance(f, Function))


def expect_hessian(
    loss: Callable[[Any], float] | Function,
    at: Any,
    claimed: Any,
    what: str = "the Hessian",
    sizes: Mapping[str, int] | None = None,
) -> None:
    """`claimed` is the Hessian of `loss` at the array `at`, of shape `at.shape + at.shape`."""
    many = _many(loss, "the loss", number=True)
    measured = measured_once(lambda: numeric_hessian(many, at), loss, "hessian", at)
    _require_slopes(claimed, measured, what, sizes, isinstance(loss, Function))


def _many(f: Callable[[Any], Any] | Function, what: str, number: bool = False) -> ManyCalls:
    """`f` for a list of points. What a student's function returns is judged before it is used."""

    def many(points: list[Any]) -> Sequence[Any]:
        if not isinstance(f, Function):
            return f.map(points) if hasattr(f, "map") else [f(point) for point in points]
        values = f.map(points)
        first = required(read(values[0]), what)
        shape = () if number else first.data.shape
        return [required(read_array(value, shape), what) for value in values]

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
        raise Mismatch(f"{capital(what)}: {words}")
    if table.status == "unresolved":
        raise ValueError(f"{what}: the slope cannot be measured at this point; draw another")
    if not table.ok:
        named = any(row.name for row in table.rows) and what == "the gradient"
        words = table.words if named else f"{capital(what)}: {table.words}"
        raise Mismatch(words, table.detail, table)
