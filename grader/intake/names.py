"""Names that are safe to print, store and compare, whatever a file system or a zip holds."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable

# The two invisible characters that ordinary words need: Persian, Hindi, emoji.
_JOINERS = "\u200c\u200d"
# Control, format (bidi overrides among them), lone surrogate, line and paragraph separator.
_UNSAFE = {"Cc", "Cf", "Cs", "Zl", "Zp"}
_SKIPPED_FOLDERS = {"__MACOSX", "__pycache__", "venv", "virtualenv", "node_modules"}
VENV_MARK = "pyvenv.cfg"  # the file that makes a folder a virtual environment


def safe(text: str) -> str:
    """`text` in NFC with control, bidi and other invisible characters as escapes: `\\u202e`."""
    return "".join(
        character.encode("unicode_escape").decode() if _is_unsafe(character) else character
        for character in unicodedata.normalize("NFC", text)
    )


def student_name(text: str) -> str:
    """`text` in NFC without control, bidi and other invisible characters; never empty."""
    normal = unicodedata.normalize("NFC", text)
    return "".join(c for c in normal if not _is_unsafe(c)).strip() or "unnamed"


def shorten(text: str, most: int = 60) -> str:
    """`text` without outer spaces, safe to print, cut to `most` characters with an ellipsis."""
    text = text.strip()
    return safe(text if len(text) <= most else text[: most - 1] + "…")


def is_skipped_folder(name: str) -> bool:
    """Whether a folder of that name holds what tools leave behind, not a student's work."""
    return name.startswith(".") or name in _SKIPPED_FOLDERS


def is_skipped(parts: Iterable[str]) -> bool:
    """Whether a path, as its parts, is hidden or lies in a folder that is skipped."""
    *folders, name = parts
    return name.startswith(".") or any(map(is_skipped_folder, folders))


def common_folder(names: Iterable[str]) -> str:
    """The folders that all `names` begin with, ending in a slash; empty where there is none."""
    folders = [name.split("/")[:-1] for name in names]
    shared: list[str] = []
    for level in zip(*folders, strict=False):
        if len(set(level)) > 1:
            break
        shared.append(level[0])
    return "".join(f"{part}/" for part in shared)


def _is_unsafe(character: str) -> bool:
    return unicodedata.category(character) in _UNSAFE and character not in _JOINERS
