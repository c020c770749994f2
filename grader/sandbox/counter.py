"""How many Python lines a call executes: what tells a loop over the data from array code."""

from __future__ import annotations

import sys
from collections.abc import Mapping, Sequence
from typing import Any

from grader.sandbox.guards import Guard

_MOST = 1_000_000
_PRINTING = "arrayprint.py"  # numpy's own: it has a line for each entry of an array that is printed
_GUARDS = Guard.__call__.__code__.co_filename  # lines that no student wrote or can see


class LineCounter:
    """Counts the lines that a call executes, at most a million; printing an array is free."""

    def __init__(self) -> None:
        self.lines = 0
        self._printing: Any = None  # the frame that prints an array, with all that it calls

    def run(self, function: Any, args: Sequence[Any], kwargs: Mapping[str, Any]) -> Any:
        """The function's value; it is counted whatever it raises."""
        before = sys.gettrace()
        sys.settrace(self._trace)
        try:
            return function(*args, **kwargs)
        finally:
            sys.settrace(before)

    def _trace(self, frame: Any, event: str, _: Any) -> Any:
        if self._printing is not None:
            return None
        if event == "call":
            if frame.f_code.co_filename == _GUARDS:
                return None
            if frame.f_code.co_filename.endswith(_PRINTING):
                self._printing = frame
                return self._until_printed
        if event == "line":
            self.lines += 1
        return self._trace if self.lines < _MOST else None

    def _until_printed(self, frame: Any, event: str, _: Any) -> Any:
        if event == "return" and frame is self._printing:
            self._printing = None
        return self._until_printed
