"""Which hints a student has seen: one small file under the user's state folder."""

from __future__ import annotations

from pathlib import Path

import msgspec

from grader.errors import GraderError
from grader.report.files import write_atomically

_Seen = dict[str, dict[str, int]]


def seen_file() -> Path:
    """The file, where the system keeps such things: under XDG_STATE_HOME on Linux."""
    from platformdirs import user_state_path

    return user_state_path("nabla", appauthor=False) / "hints.json"


def hints_seen(file: Path, course: Path, problem: str) -> int:
    """How many hints of a problem were shown; 0 where the file does not say so."""
    return max(0, _read(file).get(str(course), {}).get(problem, 0))


def keep_seen(file: Path, course: Path, problem: str, count: int) -> None:
    """Notes that as many were shown. GraderError, in one line, if that cannot be written."""
    seen = _read(file)
    seen.setdefault(str(course), {})[problem] = count
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise GraderError(f"{file}: cannot be written: {error.strerror}") from error
    write_atomically(file, msgspec.json.encode(seen))


def _read(file: Path) -> _Seen:
    """What the file says; nothing, if it is absent or broken, as it only saves a few keystrokes."""
    try:
        return msgspec.json.decode(file.read_bytes(), type=_Seen)
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return {}
