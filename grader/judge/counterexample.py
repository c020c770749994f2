"""The smallest call that shows the fault, found without giving a hidden input away.

The check runs once more on fresh draws. Each call that it makes there, and that no hidden check
made, is put to a child that has seen nothing else; the shortest one whose answer differs from the
reference's is shown.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass
from typing import Any

import numpy as np
from msgspec import structs

from grader.judge.evidence import entries_of, is_planar, picture_of
from grader.judge.reference import Reference
from grader.model import Counterexample, Function
from grader.numeric.closeness import compare
from grader.numeric.difference import Difference
from grader.numeric.show import call_text, paste, tell_apart
from grader.numeric.stability import compare_exact
from grader.numeric.values import Reading, read
from grader.sandbox.answers import Answer, Failure
from grader.sandbox.proxies import Call, Exchange
from grader.sandbox.wire import Encoder, WireError

_LONGEST = 160  # characters of a call that is shown
_LONGEST_TRIED = 4000  # and of one that may become short enough
_TRIES = 12
_RTOL = 1e-9
_NOISE = 1e-14


@dataclass(frozen=True)
class Wrong:
    """A call that goes wrong. `manner` says how: which side raises, or which part differs, and of
    what kind the right answer is; `words` how the values differ, in the words of a message."""

    call: Call
    shown: Counterexample
    manner: tuple[str, ...]
    words: tuple[str, ...] = ()

    @property
    def raises(self) -> bool:
        """Whether it is the student's code that raises."""
        return self.manner[0] == "raises"

    def is_as(self, message: str) -> bool:
        """Whether a message speaks of what is wrong here; none speaks of what raises."""
        return not self.words or any(words in message for words in self.words)


class Search:
    """Looks for calls on which the student is wrong: `ask` puts one to a child of its own.

    Calls whose likeness is in `hidden` are never asked or shown.
    """

    def __init__(
        self,
        reference: Reference,
        contracts: Mapping[str, Function],
        hidden: Set[bytes | None],
        ask: Callable[[Call], Answer],
    ) -> None:
        self._reference = reference
        self._contracts = contracts
        self._hidden = hidden
        self._ask = ask

    def smallest(
        self, made: Iterable[Exchange], raising: bool | None = None, message: str = ""
    ) -> Wrong | None:
        """The shortest call of `made` that goes wrong, made smaller still. Where the problem asks
        for a picture, a call that can be drawn comes before a shorter one.

        With `raising` given, one where the student's code raises, or does not, if there is any; and
        of these one that goes wrong as `message` says, if there is any.
        """
        texts = {_text(exchange.call): exchange.call for exchange in made}
        short = [text for text in texts if len(text) <= _LONGEST_TRIED]
        short.sort(key=lambda text: (not self._is_planar(texts[text]), len(text), text))
        found, best = None, -1
        for text in short[:_TRIES]:
            wrong = self.judge(texts[text])
            if wrong is None:
                continue
            fits = raising in (None, wrong.raises)
            fitting = int(fits) + int(fits and wrong.is_as(message))
            if fitting > best:
                found, best = wrong, fitting
            if best == 2:
                break
        if found is None:
            return None
        found = self._shrunk(found, message if best == 2 else "")
        return found if len(found.shown.call) <= _LONGEST else None

    def _shrunk(self, found: Wrong, message: str) -> Wrong:
        # Importing hypothesis takes as long as grading two submissions that fail nothing.
        from grader.judge.shrink import shrink

        def goes_wrong_alike(candidate: Call) -> bool:
            other = self.judge(candidate)
            if other is None or other.manner != found.manner:
                return False
            return not message or other.is_as(message)

        contract = self._contracts[found.call.name]
        return self.judge(shrink(found.call, contract, goes_wrong_alike)) or found

    def judge(self, call: Call) -> Wrong | None:
        """How the call goes wrong; None if it does not, or may not be asked."""
        if likeness(call) in self._hidden:
            return None
        text, expected, answer = _text(call), self._expected(call), self._ask(call)
        if isinstance(answer, Failure):
            if answer.kind != "raised":
                return None
            if isinstance(expected, Exception) and answer.is_a(type(expected)):
                return None
            shown = Counterexample(text, _shown(expected), said_to_raise(answer))
            shown = self._drawn(shown, call, expected, None)
            return Wrong(call, shown, ("raises", answer.classes[0], *_kind(expected)))
        if isinstance(expected, Exception):
            shown = Counterexample(text, _shown(expected), paste(answer.value))
            shown = self._drawn(shown, call, expected, answer.value)
            return Wrong(call, shown, ("does not raise", *_kind(expected)))
        difference = compare(answer.value, expected, rtol=_RTOL)
        apart = tell_apart(expected, answer.value)
        if difference is None or apart is None:
            return None
        entries = entries_of(answer.value, expected, rtol=_RTOL)
        shown = self._drawn(Counterexample(text, *apart, entries), call, expected, answer.value)
        manner = ("differs", difference.where, *_kind(expected))
        return Wrong(call, shown, manner, _words(difference, answer.value, expected))

    def _drawn(
        self, shown: Counterexample, call: Call, expected: Any, actual: Any
    ) -> Counterexample:
        picture = picture_of(self._contracts[call.name], call, expected, actual)
        return structs.replace(shown, picture=picture)

    def _is_planar(self, call: Call) -> bool:
        return is_planar(self._contracts[call.name], call)

    def _expected(self, call: Call) -> Any:
        """What the reference gives; its exception where it must raise."""
        try:
            return getattr(self._reference, call.name)(*call.args, **call.kwargs)
        except Exception as error:
            # Raising is what the contract asks here; a reference that broke would not pass lint.
            return error


def _words(difference: Difference, actual: Any, expected: Any) -> tuple[str, ...]:
    """What a check could say of the difference: by closeness, or by the last digits."""
    right = read(expected)
    if not (isinstance(right, Reading) and right.kind == "number"):
        return (difference.words,)
    by_digits = compare_exact(actual, expected)
    return (difference.words, by_digits.words) if by_digits else (difference.words,)


def _kind(expected: Any) -> tuple[str, ...]:
    """Whether a value is finite, and more than rounding: what leaves the contract is often not."""
    if isinstance(expected, Exception):
        return ("refused", type(expected).__name__)
    array = read(expected)
    if not isinstance(array, Reading):
        parts = expected.values() if isinstance(expected, dict) else expected
        whole = not isinstance(expected, dict | list | tuple)
        return () if whole else tuple(kind for part in parts for kind in _kind(part))
    size = np.max(np.abs(array.data), initial=0.0)
    return (
        "finite" if np.isfinite(size) else "not finite",
        "sizeable" if size > _NOISE else "noise",
    )


def image(call: Call) -> bytes | None:
    """The call as bytes, or None if it holds something that lives in one child only."""
    try:
        return Encoder().frame(call.name, list(call.args), dict(call.kwargs))
    except WireError:
        return None


def likeness(call: Call) -> bytes | None:
    """The image of the call with all its numbers as floats: as a reader sees it."""
    return image(Call(call.name, _as_floats(call.args), _as_floats(call.kwargs)))


def _as_floats(value: Any) -> Any:
    kind = type(value)
    if kind is np.ndarray and value.dtype.kind in "iuf":
        return value.astype(np.float64)
    if kind is tuple or kind is list:
        return kind(_as_floats(part) for part in value)
    if kind is dict:
        return {key: _as_floats(part) for key, part in value.items()}
    is_small = kind is int and abs(value) < 2**53
    return float(value) if is_small or isinstance(value, np.floating | np.integer) else value


def said_to_raise(failure: Failure) -> str:
    """What code that raised is shown to have done, with its own text cut to a line's length."""
    return f"raises {failure.classes[0]}: {failure.text}".rstrip(": ")[:_LONGEST]


def _text(call: Call) -> str:
    return call_text(call.name, call.args, call.kwargs)


def _shown(expected: Any) -> str:
    raises = isinstance(expected, Exception)
    return f"raises {type(expected).__name__}" if raises else paste(expected)
