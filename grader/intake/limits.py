"""How much a submission may hold, and which files of it are source files."""

from __future__ import annotations

from pathlib import PurePosixPath

MIB = 2**20
SOURCE_BYTES = MIB  # one .py, or the code of one notebook
NOTEBOOK_BYTES = 50 * MIB  # one .ipynb, outputs and pictures included
ARCHIVE_BYTES = 64 * MIB  # one .zip as it lies on the disk
TOTAL_BYTES = 64 * MIB  # all source files of one submission, uncompressed
CELLS = 5_000  # code cells of one notebook; each costs nbformat a moment
ENTRIES = 2_000  # files and folders of one submission, whatever their kind

_CAPS = {".py": SOURCE_BYTES, ".ipynb": NOTEBOOK_BYTES}


def suffix(name: str) -> str:
    """The last suffix of a file's name, in lower case."""
    return PurePosixPath(name).suffix.lower()


def is_source(name: str) -> bool:
    return suffix(name) in _CAPS


def cap(name: str) -> int:
    """The most bytes that a source file of that name may have."""
    return _CAPS[suffix(name)]
