"""Text from a student made harmless: no control, ANSI or direction-changing characters."""

from __future__ import annotations

import re

# A whole ANSI sequence goes, so that no `[31m` stays behind: strings (OSC, DCS, APC, PM, SOS) up to
# their terminator, then CSI, then the short escapes.
_ANSI = re.compile(
    r"(?:\x1b[\]PX^_]|[\x9d\x90\x98\x9e\x9f])[^\x07\x1b\x9c\n]*(?:\x07|\x1b\\|\x9c)?"
    r"|(?:\x1b\[|\x9b)[0-?]*[ -/]*[@-~]?"
    r"|\x1b[ -/]*[0-~]?"
)
# Characters that turn, hide or reorder what stands around them, then the line separators.
_UNSEEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u034f\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f"
    "\ufeff\ufff9-\ufffb\U000e0000-\U000e0fff]"
)
_BREAKS = re.compile("\r\n|[\r\u2028\u2029\x0b\x0c\x85]")
_SURROGATES = re.compile("[\ud800-\udfff]")


def clean(text: str) -> str:
    """`text` with line breaks as `\\n`, tabs as four spaces, and nothing that is not seen."""
    text = _ANSI.sub("", _BREAKS.sub("\n", text))
    return _SURROGATES.sub("\ufffd", _UNSEEN.sub("", text)).replace("\t", "    ")


def one_line(text: str) -> str:
    """`clean`, with every run of white space as one space."""
    return " ".join(clean(text).split())
