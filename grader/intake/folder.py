"""The source files of a folder; links are not followed, pipes and devices never opened."""

from __future__ import annotations

import os
import stat
from collections.abc import Iterator
from pathlib import Path

from grader.errors import IntakeError
from grader.intake.limits import ENTRIES, MIB, TOTAL_BYTES, cap, is_source, suffix
from grader.intake.names import VENV_MARK, is_skipped_folder, safe
from grader.intake.raw import Raw

# Between the look at a file and its opening it may have become a link or a pipe. Windows has
# neither flag, and would translate line ends without O_BINARY.
_OPENING = (
    os.O_RDONLY
    | getattr(os, "O_NOFOLLOW", 0)
    | getattr(os, "O_NONBLOCK", 0)
    | getattr(os, "O_BINARY", 0)
)


def read_regular(path: Path, most: int) -> bytes:
    """At most `most` + 1 bytes of a regular file. Raises IntakeError if that is not what it is."""
    place = safe(path.name)
    try:
        if not stat.S_ISREG(path.lstat().st_mode):
            raise IntakeError(f"{place}: is not a regular file")
        with os.fdopen(os.open(path, _OPENING), "rb") as stream:
            if not stat.S_ISREG(os.fstat(stream.fileno()).st_mode):
                raise IntakeError(f"{place}: is not a regular file")
            return stream.read(most + 1)
    except (OSError, ValueError) as error:
        raise IntakeError(f"{place}: cannot be opened: {_reason(error)}") from error


def read_folder(path: Path) -> tuple[Raw, ...]:
    """Every .py and .ipynb at any depth of the folder; one that cannot be read carries its reason.

    Hidden files, caches and virtual environments are passed over. Raises IntakeError for a folder
    that cannot be opened or holds too much.
    """
    place = safe(path.name)
    found: list[Raw] = []
    left = TOTAL_BYTES
    for number, (name, entry) in enumerate(_walk(path, place, found), 1):
        if number > ENTRIES:
            raise IntakeError(
                f"{place}: holds more than {ENTRIES:,} files and folders; hand in source files only"
            )
        if entry is None:
            continue
        raw = _read(name, entry, left)
        left -= len(raw.data or b"")
        if left < 0:
            most = TOTAL_BYTES // MIB
            raise IntakeError(f"{place}: holds more than {most} MiB of source files")
        found.append(raw)
    return tuple(found)


def _walk(
    root: Path, place: str, found: list[Raw]
) -> Iterator[tuple[str, os.DirEntry[str] | None]]:
    """Every entry under its name; None for one that only counts. Closed folders go to `found`."""
    waiting: list[tuple[str, str]] = [("", str(root))]
    while waiting:
        prefix, folder = waiting.pop()
        try:
            with os.scandir(folder) as scan:
                # One more than may be there is enough to know.
                entries = [entry for _, entry in zip(range(ENTRIES + 1), scan, strict=False)]
        except OSError as error:
            if not prefix:
                raise IntakeError(f"{place}: cannot be opened: {_reason(error)}") from error
            found.append(Raw(prefix.rstrip("/"), why=f"cannot be opened: {_reason(error)}"))
            continue
        if prefix and any(entry.name == VENV_MARK for entry in entries):
            continue
        for entry in sorted(entries, key=lambda entry: entry.name):
            name = prefix + entry.name
            if entry.is_dir(follow_symlinks=False):
                if not is_skipped_folder(entry.name):
                    waiting.append((f"{name}/", entry.path))
                    yield name, None
            elif not entry.name.startswith("."):
                yield name, entry if _matters(name, entry) else None


def _matters(name: str, entry: os.DirEntry[str]) -> bool:
    if is_source(name) or suffix(name) == ".zip":
        return True
    return entry.is_symlink() and not suffix(name)  # it may be meant as a folder


def _read(name: str, entry: os.DirEntry[str], left: int) -> Raw:
    if entry.is_symlink():
        return Raw(name, why="is a symbolic link and was not followed")
    if suffix(name) == ".zip":
        return Raw(name, why="a zip inside the submission is not opened")
    if not entry.is_file(follow_symlinks=False):
        return Raw(name, why="is not a regular file and was not opened")
    try:
        return Raw(name, read_regular(Path(entry.path), min(cap(name), left)))
    except IntakeError as error:
        return Raw(name, why=str(error).removeprefix(f"{safe(entry.name)}: "))


def _reason(error: Exception) -> str:
    text = error.strerror if isinstance(error, OSError) else str(error)
    return (text or type(error).__name__).lower()
