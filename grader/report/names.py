"""A student's id as the stem of a file name: safe on every disk, and nobody else's."""

from __future__ import annotations

import hashlib
import re
import unicodedata

_LONGEST = 100
_DIGITS = 12
_SUFFIXED = re.compile(rf"-[0-9a-f]{{{_DIGITS}}}$")
_RESERVED = re.compile(r"(con|prn|aux|nul|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])\s*$", re.I)
# Letters to Unicode, but ignored by the disks that ignore case.
_IGNORED = frozenset("\u034f\u115f\u1160\u17b4\u17b5\u3164\uffa0") | {
    chr(code)
    for start, end in ((0x180B, 0x180F), (0xFE00, 0xFE0F), (0xE0100, 0xE01EF))
    for code in range(start, end + 1)
}


def file_name(student: str) -> str:
    """A stem for `<stem>.json` and `<stem>.html`, at most 100 bytes of UTF-8, one per student.

    The id itself where that is safe and stays the same when a disk folds case or composes
    accents; otherwise a likeness of it and twelve digits of its SHA-256. An id that already ends
    like that gets them too, so no plain stem can equal one with digits, and two plain stems that a
    disk would fold together do not exist.
    """
    likeness = _likeness(student)
    if (
        student
        and likeness == student
        and _is_stable(student)
        and len(student.encode()) <= _LONGEST
    ):
        return student
    digits = hashlib.sha256(student.encode("utf-8", "surrogatepass")).hexdigest()[:_DIGITS]
    room = _LONGEST - _DIGITS - 1
    short = likeness.encode()[:room].decode(errors="ignore").rstrip(" .-")
    return f"{short or 'student'}-{digits}"


def _is_stable(name: str) -> bool:
    """True if folding case, directly or through capitals as NTFS does, changes nothing."""
    return _folded(name) == name and _folded(name.upper()) == name and not _SUFFIXED.search(name)


def _folded(name: str) -> str:
    return unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).casefold())


def _likeness(student: str) -> str:
    composed = unicodedata.normalize("NFC", student)
    kept = "".join(c if _is_safe(c) else "_" for c in composed).strip(" ").lstrip(".-")
    kept = kept.rstrip(" .")
    return f"_{kept}" if _RESERVED.match(kept.split(".", 1)[0]) else kept


def _is_safe(char: str) -> bool:
    return char in " -_.@+" or (unicodedata.category(char)[0] in "LMN" and char not in _IGNORED)
