"""Answers to predictions, read as a person means them: `5,3` is `(5, 3)`, and `1/2` is 0.5."""

from __future__ import annotations

import math
import operator
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from grader.bank.arithmetic import Value, as_written, names, parsed, value
from grader.errors import GraderError
from grader.model import Prediction

RIGHT = "Right."
PLAIN: dict[str, str] = {
    "shape": "Not this shape. Say for each axis what it counts, then look again.",
    "number": "Not this number. Try it on paper with the smallest case you can.",
    "choice": "Not this one. What would have to be true for it to happen?",
    "text": "Not this. Read the question once more.",
}
_WANTED = {
    "shape": "a shape such as (5, 3), or () for a single number",
    "number": "a number such as 3, -0.5 or 1/2",
}
_TIMES = re.compile(r"(?<=\d)\s*[x\u00d7]\s*(?=\d)")
_WORDS = {"∞": math.inf, "infinity": math.inf, "inf": math.inf, "nan": math.nan}
_MINUS = "\u2212"  # as word processors write it
_RTOL = 1e-9
_FEWEST_DIGITS = 3  # 0.33 is a guess at 1/3, 0.333 is 1/3 rounded


@dataclass(frozen=True)
class Verdict:
    """Whether an answer is right, and what to say to it."""

    is_right: bool
    words: str


def verdict(prediction: Prediction, given: object) -> Verdict:
    """What is to be said of an answer, typed or a Python value: never a point, never the solution.

    GraderError says what an answer must be, where this is none.
    """
    is_it = _tester(prediction, given)
    if is_it(prediction.answer):
        return Verdict(True, RIGHT)
    foreseen = (words for wrong, words in prediction.wrong.items() if is_it(wrong))
    return Verdict(False, next(foreseen, PLAIN[prediction.kind]))


def _tester(prediction: Prediction, given: object) -> Callable[[object], bool]:
    """Tells of an answer in the problem's file whether it is the one that was given."""
    match prediction.kind:
        case "shape":
            shape = _shape(given)
            return lambda known: _shape(known) == shape
        case "number":
            number, room = _number(given)
            return lambda known: _is_near(number, _number(known)[0], room)
        case "choice":
            choice = _choice(prediction, given)
            return lambda known: _spaced(_text(known)) == choice
    text = _spaced(_text(given))
    return lambda known: _spaced(_text(known)) == text


def _choice(prediction: Prediction, given: object) -> str:
    """The choice that is meant: by its words, by its value, or by its place in the list from 1."""
    text = _text(given)
    for alike in (_spaced, _squeezed, _valued):
        for choice in prediction.choices:
            if alike(choice) == alike(text) is not None:
                return _spaced(choice)
    if text.strip().isdecimal() and 1 <= int(text) <= len(prediction.choices):
        return _spaced(prediction.choices[int(text) - 1])
    listed = ", ".join(prediction.choices)
    raise GraderError(f"{text.strip()!r} must be one of: {listed}; or its number in this list")


def _shape(given: object) -> tuple[int, ...]:
    try:
        if isinstance(given, str):
            found = _read(_TIMES.sub(",", given))
            sizes: Sequence[Any] = found if isinstance(found, tuple | list) else (found,)
        else:
            sizes = given if isinstance(given, tuple | list) else (given,)
        return tuple(operator.index(size) for size in sizes)
    except (TypeError, ValueError, GraderError) as error:
        raise GraderError(f"{_text(given)!r} must be {_WANTED['shape']}") from error


def _number(given: object) -> tuple[float, float]:
    """The number, and the most that rounding can have taken from it."""
    try:
        if not isinstance(given, str):
            return float(given), 0.0  # type: ignore[arg-type] # TypeError says if it is no number
        text = given.replace(_MINUS, "-").strip()
        sign, bare = (-1.0, text[1:]) if text[:1] == "-" else (1.0, text)
        if bare.casefold() in _WORDS:
            return sign * _WORDS[bare.casefold()], 0.0
        return _plain(text)
    except (TypeError, ValueError, GraderError) as error:
        raise GraderError(f"{_text(given)!r} must be {_WANTED['number']}") from error


def _plain(text: str) -> tuple[float, float]:
    found = re.fullmatch(r"-?0*(\d*)\.?(\d*)(?:[eE]([-+]?\d{1,4}))?", text)
    if not found or not (found[1] or found[2]):
        return float(_read(text)), 0.0  # type: ignore[arg-type] # TypeError: it is no number
    digits = (found[1] + found[2]).lstrip("0") if not found[1] else found[1] + found[2]
    unit = float(f"1e{int(found[3] or 0) - len(found[2])}")
    is_rounded = bool(found[2]) and len(digits) >= _FEWEST_DIGITS
    return float(text), 0.5 * unit if is_rounded else 0.0


def _read(text: str) -> Value:
    tree = parsed(text.replace(_MINUS, "-"))
    if tree is None or names(tree):
        raise ValueError(text)
    return value(tree, {})


def _is_near(given: float, known: float, room: float) -> bool:
    if math.isnan(given) or math.isnan(known):
        return math.isnan(given) and math.isnan(known)
    return math.isclose(given, known, rel_tol=_RTOL, abs_tol=room * (1 + _RTOL))


def _text(given: object) -> str:
    if isinstance(given, int | float | list | tuple) and not isinstance(given, bool):
        try:
            return as_written(given)
        except (TypeError, ValueError, OverflowError):
            return str(given)
    return str(given)


def _spaced(text: str) -> str:
    """The text with one space between words, in small letters."""
    return " ".join(text.split()).casefold()


def _squeezed(text: str) -> str:
    return "".join(text.split()).casefold()


def _valued(text: str) -> Value | None:
    """The value of a text that is a number, a list or a tuple; a list is like a tuple."""
    try:
        found = _read(text)
    except (ValueError, GraderError):
        return None
    return tuple(found) if isinstance(found, list) else found
