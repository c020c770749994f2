"""What every comparison of this package gives back when two values differ."""

from __future__ import annotations

from dataclasses import dataclass, replace

NO_RETURN = "; is a `return` missing?"


@dataclass(frozen=True)
class Difference:
    """Why a value is not the one expected.

    `words` is a sentence without any number computed from the value that came back, so that it
    can be shown where the inputs are hidden; shapes and dtypes may occur. `detail` has the
    numbers. `pattern` is a slug for the kind of slip, `where` the path to the part that differs,
    such as "['W1']" or "[1]", and "" for the whole value.
    """

    words: str
    detail: str = ""
    pattern: str | None = None
    where: str = ""

    def inside(self, step: str) -> Difference:
        """The same difference, seen from a container that holds the value under `step`."""
        # What stands in a container was returned, whatever it is.
        words = self.words.replace(NO_RETURN, ".")
        return replace(self, words=words, where=step + self.where)
