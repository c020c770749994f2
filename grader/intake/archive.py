"""The source files of a zip, read as a stream; nothing is ever written to the disk."""

from __future__ import annotations

import re
import stat
import unicodedata
import zipfile
import zlib
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from struct import error as StructError

from grader.errors import IntakeError
from grader.intake.folder import read_regular
from grader.intake.limits import ARCHIVE_BYTES, ENTRIES, MIB, TOTAL_BYTES, cap, is_source, suffix
from grader.intake.names import VENV_MARK, is_skipped, safe
from grader.intake.raw import Raw

# What zipfile raises on bytes that are no sound zip.
_CORRUPT = (
    zipfile.BadZipFile,
    zlib.error,
    StructError,
    EOFError,
    OSError,
    ValueError,
    OverflowError,
)
_UNSUPPORTED = (NotImplementedError, RuntimeError)
_PLAIN_METHODS = (zipfile.ZIP_STORED, zipfile.ZIP_DEFLATED)
_DRIVE = re.compile(r"[A-Za-z]:")
_ENCRYPTED, _UTF8_NAME = 0x1, 0x800
_SPECIAL = {
    stat.S_IFLNK: "a symbolic link",
    stat.S_IFCHR: "a device",
    stat.S_IFBLK: "a device",
    stat.S_IFIFO: "a pipe",
    stat.S_IFSOCK: "a socket",
}


def read_archive(path: Path) -> tuple[Raw, ...]:
    """Every .py and .ipynb at any depth of the zip; one that cannot be read carries its reason.

    Raises IntakeError for a corrupt or encrypted zip, for one with an entry that would lead out of
    it, is a link or a device, or is there twice, and for one that holds too much.
    """
    data = read_regular(path, ARCHIVE_BYTES)
    place = safe(path.name)
    if len(data) > ARCHIVE_BYTES:
        raise IntakeError(
            f"{place}: is too large; a zip may have {ARCHIVE_BYTES // MIB} MiB at most"
        )
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return tuple(_members(archive, place))
    except (*_CORRUPT, *_UNSUPPORTED) as error:
        raise IntakeError(f"{place}: is not a sound zip file; pack it again") from error


def _members(archive: zipfile.ZipFile, place: str) -> Iterator[Raw]:
    infos = archive.infolist()
    if len(infos) > ENTRIES:
        raise IntakeError(
            f"{place}: holds {len(infos):,} entries, but may hold {ENTRIES:,} at most; "
            "leave out data and virtual environments"
        )
    named = [(_name(info), info) for info in infos]
    _refuse_unsafe(named, place)
    venvs = {name.removesuffix(VENV_MARK) for name, _ in named if name.endswith(f"/{VENV_MARK}")}
    left = TOTAL_BYTES
    for name, info in named:
        # Not info.is_dir(): it fails on an entry without a name.
        if (
            info.filename.endswith(("/", "\\"))
            or is_skipped(name.split("/"))
            or name.startswith(tuple(venvs))
        ):
            continue
        if suffix(name) == ".zip":
            yield Raw(name, why="a zip inside the submission is not opened")
        elif is_source(name):
            raw = _read(archive, name, info, left)
            left -= len(raw.data or b"")
            if left < 0:
                raise IntakeError(
                    f"{place}: unpacks to more than {TOTAL_BYTES // MIB} MiB of source files"
                )
            yield raw


def _read(archive: zipfile.ZipFile, name: str, info: zipfile.ZipInfo, left: int) -> Raw:
    if info.compress_type not in _PLAIN_METHODS:
        return Raw(name, why="is packed by an uncommon method; pack it as an ordinary zip")
    try:
        with archive.open(info) as stream:
            # One byte above either cap tells that it is exceeded; no more is unpacked.
            return Raw(name, stream.read(min(cap(name), left) + 1))
    except (*_CORRUPT, *_UNSUPPORTED):
        return Raw(name, why="is damaged inside the zip; pack it again")


def _refuse_unsafe(named: list[tuple[str, zipfile.ZipInfo]], place: str) -> None:
    seen: set[str] = set()
    for name, info in named:
        if why := _unsafe(name, info, seen):
            raise IntakeError(f'{place}: the entry "{safe(name)}" {why}, so the zip is refused')
        seen.add(name)


def _unsafe(name: str, info: zipfile.ZipInfo, seen: set[str]) -> str:
    if name.startswith("/") or _DRIVE.match(name):
        return "has an absolute path"
    if ".." in name.split("/"):
        return "leads out of it"
    if kind := _SPECIAL.get(stat.S_IFMT(info.external_attr >> 16)):
        return f"is {kind}"
    if info.flag_bits & _ENCRYPTED:
        return "is encrypted"
    if name in seen:
        return "is there twice"
    return ""


def _name(info: zipfile.ZipInfo) -> str:
    """The entry's name in NFC; some packers write backslashes, or UTF-8 without saying so."""
    name = info.filename
    if not info.flag_bits & _UTF8_NAME:
        try:
            name = name.encode("cp437").decode("utf-8")
        except UnicodeError:
            name = info.filename
    name = unicodedata.normalize("NFC", name.replace("\\", "/"))
    root = "/" if name.startswith("/") else ""
    return root + "/".join(part for part in name.split("/") if part not in ("", "."))
