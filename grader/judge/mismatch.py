"""What a check raises where its expectation is not met, and how a difference becomes one."""

from __future__ import annotations

from typing import TypeVar

from grader.numeric.closeness import Difference
from grader.numeric.gradient_table import GradientTable

_T = TypeVar("_T")


class Mismatch(AssertionError):
    """A check's expectation is not met.

    `words` never carry a number that the student's code returned; `detail` does, and is shown for
    public checks only. `table` has the rows of a gradient that is not right. `claim` says that it
    is about how the call goes, and not about its value, `of_kind` that a value of another kind
    altogether came back.
    """

    def __init__(
        self,
        words: str,
        detail: str = "",
        table: GradientTable | None = None,
        *,
        claim: bool = False,
        of_kind: bool = False,
    ) -> None:
        super().__init__(f"{words} {detail}".strip())
        self.words = words
        self.detail = detail
        self.table = table
        self.claim = claim
        self.of_kind = of_kind


def required(found: _T | Difference, what: str) -> _T:
    """What was found, if it is not a difference; Mismatch otherwise."""
    if isinstance(found, Difference):
        raise mismatch_of(found, what)
    return found


def mismatch_of(difference: Difference, what: str) -> Mismatch:
    """The difference told of the value that `what` names, or of the part of the result it is in."""
    name = what or (f"`result{difference.where}`" if difference.where else "")
    words = f"{capital(name)}: {difference.words}" if name else difference.words
    return Mismatch(words, difference.detail, of_kind=difference.pattern in ("none", "kind"))


def capital(text: str) -> str:
    """The text as the beginning of a sentence. A name such as dw or log1mexp stays as it is."""
    first = text.partition(" ")[0].rstrip(",")
    is_word = first in ("a", "an") or (len(first) > 2 and first.replace("-", "").isalpha())
    return text[:1].upper() + text[1:] if is_word else text
