"""From the bytes of a source file to its text, or one clear line on why that cannot be."""

from __future__ import annotations

import codecs
import re

from grader.errors import IntakeError
from grader.intake.limits import MIB, SOURCE_BYTES
from grader.intake.names import shorten

# PEP 263, as the language reference states it.
_COOKIE = re.compile(rb"[ \t\f]*#.*?coding[:=][ \t]*([-\w.]+)")
_BLANK = re.compile(rb"[ \t\f]*(?:#.*)?")
_LINE_END = re.compile(rb"\r\n|\r|\n")
# Bytes that every encoding built upon ASCII leaves as they are. UTF-7, idna and the escape
# codecs would not: they could hide code from a reader, and some of them take quadratic time.
_ASCII_PROBE = rb"# A+AGE- \u0041 .xn--4ca."
_LONGEST_NAME = 40  # Python keeps every name it ever looked up


def decode(name: str, data: bytes) -> str:
    """The text of the source file `name`, its lines ended by `\\n`.

    UTF-8 with or without BOM, or what a PEP 263 comment in the first two lines says. Raises
    IntakeError for more than 1 MiB, UTF-16, NUL bytes, and bytes not of the encoding.
    """
    if len(data) > SOURCE_BYTES:
        most = SOURCE_BYTES // MIB
        raise IntakeError(f"{name}: is too large; a source file may have {most} MiB at most")
    return _decoded(name, data, "" if data.startswith(codecs.BOM_UTF8) else _cookie(name, data))


def decode_utf8(name: str, data: bytes) -> str:
    """The text of `data`, which must be UTF-8; a BOM is dropped. Raises IntakeError."""
    return _decoded(name, data, "")


def _decoded(name: str, data: bytes, cookie: str) -> str:
    _refuse_binary(name, data)
    encoding = cookie or "utf-8-sig"
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        # utf-8-sig counts from behind the BOM; lines do not change by that.
        line, byte = _line(error.object, error.start), error.object[error.start]
        where = f"{name}, line {line}: the byte 0x{byte:02x}"
        if cookie:
            raise IntakeError(
                f"{where} is not {cookie}, though the file says it is; save it as UTF-8"
            ) from error
        raise IntakeError(f"{where} is not UTF-8; save the file as UTF-8") from error
    text = text.replace("\r\n", "\n").replace("\r", "\n")
    if "\0" in text:
        raise IntakeError(f"{name}: holds a NUL character in {encoding}; save it as UTF-8")
    return text


def _refuse_binary(name: str, data: bytes) -> None:
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE, codecs.BOM_UTF32_BE)):
        raise IntakeError(f"{name}: is UTF-16 or UTF-32; save it as UTF-8")
    first = data.find(b"\0")
    if first >= 0:
        raise IntakeError(
            f"{name}, line {_line(data, first)}: holds a NUL byte, so it is not a text file; "
            "save it as UTF-8 text"
        )


def _cookie(name: str, data: bytes) -> str:
    """The encoding that the first two lines name, or nothing; IntakeError for an unusable one."""
    lines = _LINE_END.split(data, maxsplit=2)[:2]
    for number, line in enumerate(lines, 1):
        if found := _COOKIE.match(line):
            encoding = found[1].decode("ascii")
            if not _is_usable(encoding):
                raise IntakeError(
                    f"{name}, line {number}: names the encoding {shorten(encoding)!r}, which "
                    "cannot be used for Python; save the file as UTF-8 and leave that comment out"
                )
            return encoding
        if not _BLANK.fullmatch(line):
            break
    return ""


def _is_usable(encoding: str) -> bool:
    if len(encoding) > _LONGEST_NAME:
        return False
    try:
        return _ASCII_PROBE.decode(encoding) == _ASCII_PROBE.decode("ascii")
    except (LookupError, UnicodeError):
        return False


def _line(data: bytes, position: int) -> int:
    return len(_LINE_END.findall(data, 0, position)) + 1
