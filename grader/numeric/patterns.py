"""Recognising how a wrong array is wrong: transposed, twice too large, the wrong sign.

A pattern's words hold no number computed from the wrong values; the factors that can be named are
2, 1/2, and n or 1/n for a known dimension size n.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations

import numpy as np

from grader.numeric.rearranged import Pattern, rearranged
from grader.numeric.values import Floats

_MAX_AXES = 4  # 24 orders of the axes
_RESIDUE = 1e-9
_FEW = 2  # numbers that may fit a factor or an offset, read off from them, by chance


@dataclass(frozen=True)
class Terms:
    """The nouns of the sentences: what one entry is called, and what it is compared with."""

    entry: str = "value"
    target: str = "what it must be"

    def every(self, array: Floats) -> str:
        return f"Every {self.entry}" if array.ndim else f"The {self.entry}"


VALUES = Terms()


def told_shape(got: tuple[int, ...], want: tuple[int, ...]) -> str:
    """The shape that came back, in words, or "" where its sizes could be a message of their own:
    code that has seen a hidden input could return it as the sizes of an empty array."""
    sizes = {*range(100), *want}
    return str(got) if len(got) <= 4 and sizes.issuperset(got) else ""


def shape_pattern(
    actual: Floats, expected: Floats, sizes: Mapping[str, int] | None = None
) -> Pattern:
    """How two different shapes differ."""
    got, want = actual.shape, expected.shape
    told = told_shape(got, want)
    fact = f"The shape is {told}, but it must be {want}" if told else f"The shape must be {want}"
    if got == want[::-1] and len(got) > 1:
        return Pattern(
            "transposed", f"It is transposed: the shape is {got}, but it must be {want}."
        )
    if tuple(n for n in got if n != 1) == tuple(n for n in want if n != 1):
        if len(got) > len(want):
            return Pattern("extra_axis", f"{fact}: there is an axis too many.")
        if len(got) < len(want):
            return Pattern("missing_axis", f"{fact}: an axis is missing.")
    if len(got) == 2 and got[0] == got[1] > 1 and [n for n in want if n != 1] == [got[0]]:
        why = "This often happens where (n,) meets (n, 1): together they give (n, n)."
        return Pattern("broadcast", f"{fact}. {why}")
    if len(got) > 2 and sorted(got) == sorted(want):
        return Pattern("transposed", f"{fact}: its axes are in another order.")
    if len(got) == len(want):
        for axis, (n, m) in enumerate(zip(got, want, strict=True)):
            names = [name for name, size in (sizes or {}).items() if size == n]
            if n != m and names:
                text = " or ".join(names)
                return Pattern("wrong_axis", f"{fact}; axis {axis} came back as long as {text}.")
    return Pattern("shape", f"{fact}.")


def value_pattern(
    actual: Floats,
    expected: Floats,
    tolerance: Floats,
    sizes: Mapping[str, int] | None = None,
    terms: Terms = VALUES,
) -> Pattern | None:
    """The pattern that turns `expected` into `actual`, or None.

    All three arrays have one shape and are finite; two entries are equal when they differ by no
    more than `tolerance` at the place of the expected one. At least one entry is wrong.
    """
    with np.errstate(all="ignore"):
        return next(_found(actual, expected, tolerance, sizes, terms), None)


def _found(
    a: Floats, e: Floats, tol: Floats, sizes: Mapping[str, int] | None, terms: Terms
) -> Iterator[Pattern]:
    every = terms.every(e)

    def matches(changed: Floats) -> bool:
        return bool(np.all(np.abs(changed - e) <= tol))

    if not a.any():
        yield Pattern("zero", f"{every} is zero.")
    if not e.any() and np.max(np.abs(a)) < _RESIDUE:
        yield Pattern("residue", f"{every} is nearly 0, but must be 0.")
    if not np.any(np.abs(e) > tol):
        return  # all that follows would fit by chance when everything expected is nearly zero
    if matches(-a):
        yield Pattern("sign", f"{every} has the wrong sign.")
    for axes in permutations(range(e.ndim)) if 1 < e.ndim <= _MAX_AXES else ():
        turned = a.transpose(axes)
        if turned.shape == e.shape and matches(turned):
            text = "It is transposed." if e.ndim == 2 else "Its axes are in another order."
            yield Pattern("transposed", text)
    for factor, names in _factors(e, sizes).items():
        for signed in (factor, -factor):
            if matches(a / float(signed)):
                yield Pattern("factor", _factor_words(every, signed, names, terms))
    yield from rearranged(a, e, tol)
    is_cut = np.array_equal(a, np.trunc(e)) or np.array_equal(a, e // 1)
    if is_cut and a.any() and np.count_nonzero(e != np.trunc(e)) > 1:
        text = f"{every} is cut to a whole number, as by // or by an array of ints."
        yield Pattern("integer", text)
    big = np.abs(e) > 100 * tol
    if np.count_nonzero(big) > _FEW:
        at = int(np.argmax(np.abs(e)))
        ratio = a.flat[at] / e.flat[at]
        if ratio != 0 and matches(a / ratio):
            text = f"{every} is {terms.target} times one and the same factor."
            yield Pattern("factor", text)
    if e.size > _FEW:
        # The offset may be much larger than the values, and then it brings its own rounding.
        offset = np.mean(a - e)
        slack = tol + 1e-13 * np.max(np.abs(a))
        if abs(offset) > 10 * np.max(slack) and np.all(np.abs(a - offset - e) <= slack):
            yield Pattern("offset", f"{every} is off by one and the same amount.")


def _factors(e: Floats, sizes: Mapping[str, int] | None) -> dict[Fraction, list[str]]:
    """The factors that can be named, each with the names of the size it comes from."""
    known = dict(sizes or {})
    if not known:
        known = {f"the length of axis {axis}": n for axis, n in enumerate(e.shape)}
        if e.ndim > 1:
            known["the number of values"] = e.size
    factors: dict[Fraction, list[str]] = {Fraction(2): [], Fraction(1, 2): []}
    for name, n in known.items():
        if n > 1:
            factors.setdefault(Fraction(n), []).append(name)
            factors.setdefault(Fraction(1, n), []).append(name)
    return factors


def _factor_words(every: str, factor: Fraction, names: list[str], terms: Terms) -> str:
    if abs(factor) == Fraction(1, 2):
        text = f"{every} is {'minus ' if factor < 0 else ''}half of {terms.target}"
    elif factor.denominator > 1:
        text = f"{every} is {factor} of {terms.target}"
    else:
        text = f"{every} is {factor} times {terms.target}"
    n = max(abs(factor.numerator), factor.denominator)
    if n == 2:
        return f"{text}."  # a slip of its own; that a size is 2 as well would only mislead
    return f"{text}, and {n} is {' or '.join(names)}." if names else f"{text}."
