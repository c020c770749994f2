"""What a call into student code can come to."""

from __future__ import annotations

import builtins
from dataclasses import dataclass
from typing import Any, Literal, NamedTuple

from grader.sandbox.warned import KINDS
from grader.sandbox.wire import WireError

_MOST_CLASSES = 50  # of an exception: nobody derives so deeply
_MOST_LINES = 2**62  # that a child can have counted

FailureKind = Literal["raised", "missing", "forbidden", "timeout", "memory", "crashed"]


class Place(NamedTuple):
    """A line of a submission: number of the file, of the chunk in it, and line from 1."""

    file: int
    chunk: int
    line: int


@dataclass(frozen=True)
class Value:
    """The call returned. The rest are the child's own claims: whether it changed its arguments,
    the lines it ran, whether the value lives in the memory of an argument, what numpy warned of."""

    value: Any
    changed: bool = False
    lines: int = 0
    shared: bool = False
    warned: tuple[str, ...] = ()


@dataclass(frozen=True)
class Failure:
    """The call gave no value.

    `classes` are built-in exception classes, nearest first; `text` is the exception's own and may
    carry what the student's code has seen; `words` are ours.
    """

    kind: FailureKind
    words: str = ""
    classes: tuple[str, ...] = ()
    text: str = ""
    place: Place | None = None

    def is_a(self, kind: type[BaseException]) -> bool:
        """Whether the exception raised is one of `kind`."""
        found = (getattr(builtins, name, None) for name in self.classes)
        return any(isinstance(c, type) and issubclass(c, kind) for c in found)


Answer = Value | Failure


def raised(classes: Any, text: Any, place: Any) -> Failure:
    """The failure a child describes; what it says is checked, since it may be forged."""
    names = classes if isinstance(classes, list) else []
    known = tuple(name for name in names[:_MOST_CLASSES] if _is_exception(name))
    kind: FailureKind = "memory" if "MemoryError" in known else "raised"
    said = text[:500] if type(text) is str else ""
    return Failure(kind, "", known or ("Exception",), said, as_place(place))


def _is_exception(name: Any) -> bool:
    found = getattr(builtins, name, None) if isinstance(name, str) else None
    return isinstance(found, type) and issubclass(found, BaseException)


def as_place(place: Any) -> Place | None:
    """The place that a child names, if it is one at all."""
    if isinstance(place, list) and len(place) == 3 and all(type(n) is int for n in place):
        return Place(*place)
    return None


def answers_of(said: Any, most: int) -> list[Answer]:
    """The answers that a child gives to at most `most` calls.

    WireError unless they are answers in order: values, and at most one failure, which is the last.
    """
    if type(said) is not list or not 0 < len(said) <= most:
        raise WireError("not one answer for each call")
    decoded = [_answer(answer) for answer in said]
    if any(isinstance(answer, Failure) for answer in decoded[:-1]):
        raise WireError("an answer after a failure")
    if len(decoded) < most and not isinstance(decoded[-1], Failure):
        raise WireError("too few answers")
    return decoded


def _answer(answer: Any) -> Answer:
    # An array as the tag would be compared entry by entry.
    if type(answer) is not list or not answer or type(answer[0]) is not str:
        raise WireError("an answer that is none")
    match answer:
        case ["value", value, bool(changed), int(lines), bool(shared), list(warned)] if (
            0 <= lines <= _MOST_LINES
        ):
            said = {kind for kind in warned if type(kind) is str}
            known = tuple(kind for kind in KINDS.values() if kind in said)
            return Value(value, changed, lines, shared, known)
        case ["raised", classes, text, place]:
            return raised(classes, text, place)
        case ["forbidden", str(name), place]:
            return Failure("forbidden", name, place=as_place(place))
        case ["missing"]:
            return Failure("missing")
    raise WireError("an answer that is none")
