"""Where a line of Python stands: inside brackets, a string, a continued line, or none of these."""

from __future__ import annotations

import re

_OPEN, _CLOSE = "([{", ")]}"
_MARK = re.compile(r"'''|\"\"\"|['\"#\\=()\[\]{}]")
_ENDS = {
    quote: re.compile(rf"\\|{quote}")  # a backslash guards the next character, in raw strings too
    for quote in ("'", '"', "'''", '"""')
}


class Scanner:
    """Reads lines one by one and knows whether the next one begins a statement.

    It is forgiving: text that is no Python leaves it in some state, never in an error.
    """

    def __init__(self) -> None:
        self._depth = 0
        self._quote = ""
        self._continued = False

    @property
    def at_start(self) -> bool:
        """Whether the next line stands outside brackets and strings, not behind a backslash."""
        return not (self._depth or self._quote or self._continued)

    def feed(self, line: str) -> int | None:
        """Takes one line without its end; the place behind its first bare `=`, if it has one."""
        place, assigned = 0, None
        self._continued = False
        while True:
            if self._quote:
                end = self._string_end(line, place)
                if end is None:
                    return assigned
                place, self._quote = end, ""
            found = _MARK.search(line, place)
            if not found:
                return assigned
            mark, place = found[0], found.end()
            if mark == "#":
                return assigned
            if mark == "\\":
                self._continued = place == len(line)
            elif mark == "=":
                if assigned is None and not self._depth:
                    assigned = place
            elif mark in _OPEN:
                self._depth += 1
            elif mark in _CLOSE:
                self._depth = max(0, self._depth - 1)
            else:
                self._quote = mark

    def _string_end(self, line: str, place: int) -> int | None:
        """The place behind the open string; None, and the state to go on with, if it goes on."""
        while found := _ENDS[self._quote].search(line, place):
            if found[0] != "\\":
                return found.end()
            if found.end() == len(line):
                return None  # a backslash at the end carries even a plain string to the next line
            place = found.end() + 1
        if len(self._quote) == 1:
            self._quote = ""  # never closed: the fault stays in its line, as for Python
        return None
