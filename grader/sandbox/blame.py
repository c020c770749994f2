"""What an error is, and which line of the submission it comes from: told by the child."""

from __future__ import annotations

import builtins
import types
from typing import Any

_BUILTIN_ERRORS = {
    kind
    for kind in vars(builtins).values()
    if isinstance(kind, type) and issubclass(kind, BaseException)
}
_FILE = "<student {} {}>"


def student_code(file: int, chunk: int) -> str:
    """The file name that a chunk of the student's code is compiled with."""
    return _FILE.format(file, chunk)


def described(error: BaseException) -> list[Any]:
    """`[built-in classes of the error, nearest first; its text]`, whatever the error does."""
    classes = [kind.__name__ for kind in type(error).__mro__ if kind in _BUILTIN_ERRORS]
    try:
        text = str(error)[:500]
    except BaseException:
        # The error's own __str__ is student code: whatever it does, the answer goes out.
        text = ""
    return [classes, text]


def place_of_error(error: BaseException) -> list[int] | None:
    """`[file, chunk, line]` of the innermost frame that is the student's."""
    place, trace = None, error.__traceback__
    while trace is not None:
        place = _place(trace.tb_frame.f_code.co_filename, trace.tb_lineno) or place
        trace = trace.tb_next
    return place


def _place(name: str, line: int) -> list[int] | None:
    """`[file, chunk, line]` if the code of that name is the student's."""
    if not name.startswith("<student "):
        return None
    file, chunk = name[9:-1].split()
    return [int(file), int(chunk), line]


def place_of_frame(frame: types.FrameType | None) -> list[int] | None:
    """`[file, chunk, line]` of the nearest frame, from here outward, that is the student's."""
    while frame is not None:
        if (place := _place(frame.f_code.co_filename, frame.f_lineno)) is not None:
            return place
        frame = frame.f_back
    return None
