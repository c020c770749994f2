"""A claimed gradient by many parameters, judged into a table with a row for each of them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from typing import Any

from grader.numeric.complex_step import complex_gradient
from grader.numeric.difference import Difference
from grader.numeric.directions import judge_along
from grader.numeric.gradients import GradientVerdict, Row, Status, judge_gradient, refused
from grader.numeric.ladders import Estimate
from grader.numeric.parameters import Parameter, Parameters, read_parameters
from grader.numeric.slopes import ManyCalls, numeric_gradient
from grader.numeric.step_curve import StepErrors, step_errors

_LIMIT = 500
Take = Callable[[Callable[[], Estimate]], Estimate]
_LOWERED = ("Every ", "Some ", "The ", "A ", "An ", "No ")


@dataclass(frozen=True)
class GradientRow:
    """One parameter. `words` name the pattern without a number; the numbers are of its worst place.

    They are None where nothing could be compared, as for a wrong shape; `ratio` too where the
    slope may be zero. `components` are all that were measured, the worst first.
    """

    name: str
    status: Status
    words: str
    pattern: str | None = None
    index: tuple[int, ...] | None = None
    analytic: float | None = None
    numeric: float | None = None
    bar: float | None = None
    ratio: float | None = None
    detail: str = ""
    components: tuple[Row, ...] = ()


@dataclass(frozen=True)
class GradientTable:
    """The judgement of all parameters: `words` without numbers, `rows` and `detail` with them.

    `status` is "differs" if that of any row is, "unresolved" if that of every row is, and else
    "agrees", which is what `ok` means. `curve` is that of the worst place of the first row that
    differs, where it was asked for.
    """

    ok: bool
    status: Status
    words: str
    rows: tuple[GradientRow, ...]
    curve: StepErrors | None = None

    @property
    def detail(self) -> str:
        """The worst place of each parameter that differs, with its numbers."""
        details = [(row.name, row.detail) for row in self.rows if row.detail]
        return " ".join(f"{name}: {text}" if name else text for name, text in details)

    @property
    def pattern(self) -> str | None:
        """The pattern that all differing rows have in common."""
        slugs = {row.pattern for row in self.rows if row.status == "differs"}
        return slugs.pop() if len(slugs) == 1 else None


def _anew(measure: Callable[[], Estimate]) -> Estimate:
    return measure()


def check_gradient(
    f_many: ManyCalls,
    at: Any,
    claimed: Any,
    *,
    sizes: Mapping[str, int] | None = None,
    typical: float = 1.0,
    limit: int = _LIMIT,
    seed: str = "directions",
    complex_step: bool = False,
    take: Take = _anew,
) -> GradientTable:
    """Judges `claimed` as the gradient of a scalar function at the parameters `at`.

    `at` is an array or number, or a dict, list or tuple of them, nested at will; `f_many` takes a
    list of such and gives numbers, and `claimed` has the structure of `at`. Parameters of up to
    `limit` components are measured one by one, larger ones along seeded directions and at a
    sample. With `complex_step` all are measured by it, for which f must take complex numbers.
    `take` takes the measurement of the former, or knows it. No value of `claimed` makes it raise;
    ValueError as for numeric_gradient and complex_gradient.
    """
    parameters = read_parameters(at)
    claims = parameters.claims(claimed)
    if isinstance(claims, Difference):
        verdict = refused(claims)
        return table_of([(claims.where, verdict)])
    many = parameters.many(f_many)
    small = [part for part in parameters.parts if complex_step or part.end - part.begin <= limit]
    measure = complex_gradient if complex_step else numeric_gradient
    verdicts = {}
    if small:
        slopes = take(lambda: _slopes(many, parameters, small, partial(measure, typical=typical)))
        verdicts = _judged(parameters, small, claims, sizes, slopes)
    for part, claim in zip(parameters.parts, claims, strict=True):
        if part not in verdicts:
            x = parameters.vector[part.begin : part.end].reshape(part.shape)
            some = _restricted(many, parameters, part)
            verdicts[part] = judge_along(
                claim, some, x, sizes=sizes, typical=typical, seed=f"{seed} {part.name}"
            )
    return table_of([(part.name, verdicts[part]) for part in parameters.parts])


def with_curve(table: GradientTable, f_many: ManyCalls, at: Any) -> GradientTable:
    """The table with its curve of errors over the step, if a row with numbers differs."""
    parameters = read_parameters(at)
    # A claim of another structure has one row for all, without components.
    for row, part in zip(table.rows, parameters.parts, strict=False):
        if row.status != "differs" or not row.components:
            continue
        place = part.begin + _flat(row.components[0].index, part.shape)
        worst, many = row.components[0], parameters.many(f_many)
        errors = step_errors(many, parameters.vector, place, worst.measured, worst.claimed)
        return replace(table, curve=errors)
    return table


def table_of(verdicts: Sequence[tuple[str, GradientVerdict]]) -> GradientTable:
    """The table of the verdicts on parameters of these names."""
    rows = tuple(_row(name, verdict) for name, verdict in verdicts)
    differing = [row for row in rows if row.status == "differs"]
    if differing:
        return GradientTable(False, "differs", _told(rows, differing), rows)
    if rows and all(row.status == "unresolved" for row in rows):
        return GradientTable(False, "unresolved", rows[0].words, rows)
    words = rows[0].words if len(rows) == 1 else "Every gradient agrees with the measured one."
    return GradientTable(True, "agrees", words, rows)


def _slopes(
    many: ManyCalls,
    parameters: Parameters,
    small: list[Parameter],
    measure: Callable[[ManyCalls, Any], Estimate],
) -> Estimate:
    """The slopes by all components of the small parameters, one behind the other, in one batch."""
    places = [i for part in small for i in range(part.begin, part.end)]

    def some(vectors: list[Any]) -> Any:
        points = []
        for vector in vectors:
            there = parameters.vector.astype(vector.dtype)
            there[places] = vector
            points.append(there)
        return many(points)

    return measure(some, parameters.vector[places])


def _judged(
    parameters: Parameters,
    small: list[Parameter],
    claims: list[Any],
    sizes: Mapping[str, int] | None,
    estimate: Estimate,
) -> dict[Parameter, GradientVerdict]:
    """The verdicts on the parameters measured component by component."""
    verdicts, begin = {}, 0
    for part, claim in zip(parameters.parts, claims, strict=True):
        if part in small:
            end = begin + part.end - part.begin
            slopes = estimate.part(slice(begin, end)).reshape(part.shape)
            verdicts[part] = judge_gradient(claim, slopes, sizes)
            begin = end
    return verdicts


def _restricted(many: ManyCalls, parameters: Parameters, part: Parameter) -> ManyCalls:
    """The function of this parameter alone, the others as they are."""

    def some(arrays: list[Any]) -> Any:
        points = []
        for array in arrays:
            there = parameters.vector.copy()
            there[part.begin : part.end] = array.ravel()
            points.append(there)
        return many(points)

    return some


def _row(name: str, verdict: GradientVerdict) -> GradientRow:
    v = verdict
    worst: Row | None = v.table[0] if v.table else None
    if worst is None:
        return GradientRow(name, v.status, v.words, v.pattern, detail=v.detail)
    return GradientRow(
        name=name,
        status=v.status,
        words=v.words,
        pattern=v.pattern,
        index=worst.index,
        analytic=worst.claimed,
        numeric=worst.measured,
        bar=worst.bar,
        ratio=worst.ratio,
        detail=v.detail,
        components=v.table,
    )


def _flat(index: Sequence[int], shape: Sequence[int]) -> int:
    place = 0
    for i, length in zip(index, shape, strict=True):
        place = place * length + i
    return place


def _told(rows: Sequence[GradientRow], differing: Sequence[GradientRow]) -> str:
    """What differs, rows with the same words told together, and what agrees."""
    names: dict[str, list[str]] = {}
    for row in differing:
        names.setdefault(row.words, []).append(row.name)
    sentences = [_sentence(some, words) for words, some in names.items()]
    agree = [row.name for row in rows if row.status == "agrees"]
    if agree:
        sentences.append(f"{_listed(agree)} {'agrees' if len(agree) == 1 else 'agree'}.")
    return " ".join(sentences)


def _sentence(names: list[str], words: str) -> str:
    if names == [""]:
        return words
    if words.startswith("It is "):
        return f"{_listed(names)} {'is' if len(names) == 1 else 'are'} {words[6:]}"
    if words.startswith(_LOWERED):
        words = words[0].lower() + words[1:]
    return f"{_listed(names)}: {words}"


def _listed(names: Sequence[str]) -> str:
    return " and ".join(filter(None, [", ".join(names[:-1]), names[-1]]))
