"""Words on a figure: plain text with short mathematics, such as `the shadow of $v_1$`."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import escape

_SCRIPT = re.compile(r"[_^](?:\{(?P<group>[^{}]*)\}|(?P<one>.))")
_DROP, _RISE = 4.0, -6.0  # units that a script stands below and above the line


@dataclass(frozen=True)
class Run:
    """Letters of one look: slanted or upright, on the line or off it."""

    text: str
    is_slanted: bool = False
    off: float = 0.0


def runs(text: str) -> list[Run]:
    """The text in pieces: between two `$` letters slant, and `_` and `^` make scripts.

    A script is one character or a group in braces, without scripts of its own. ValueError for a
    `$` without its partner.
    """
    parts = text.split("$")
    if len(parts) % 2 == 0:
        raise ValueError(f"a dollar sign has no partner in {text!r}")
    found = [
        run
        for index, part in enumerate(parts)
        for run in (_mathematics(part) if index % 2 else [Run(part)])
    ]
    return _joined(run for run in found if run.text)


def lettered(text: str) -> str:
    """The text as the inside of an SVG `<text>`."""
    made, height = [], 0.0
    for run in runs(text):
        classes = [*(["nf-m"] if run.is_slanted else []), *(["nf-s"] if run.off else [])]
        move = "" if run.off == height else f' dy="{run.off - height:g}"'
        named = f' class="{" ".join(classes)}"' if classes else ""
        letters = str(escape(run.text))
        made.append(f"<tspan{named}{move}>{letters}</tspan>" if named or move else letters)
        height = run.off
    return "".join(made)


def _mathematics(text: str) -> Iterator[Run]:
    end = 0
    for found in _SCRIPT.finditer(text):
        yield from _letters(text[end : found.start()], 0.0)
        inside = found["one"] if found["group"] is None else found["group"]
        yield from _letters(inside, _DROP if found[0][0] == "_" else _RISE)
        end = found.end()
    yield from _letters(text[end:], 0.0)


def _letters(text: str, off: float) -> Iterator[Run]:
    text = text.replace("-", "\u2212")
    for character in text:
        # A mark above a letter belongs to it.
        is_letter = character.isalpha() or unicodedata.combining(character) > 0
        yield Run(character, is_letter, off)


def _joined(pieces: Iterator[Run]) -> list[Run]:
    whole: list[Run] = []
    for run in pieces:
        last = whole[-1] if whole else None
        if last and (last.is_slanted, last.off) == (run.is_slanted, run.off):
            whole[-1] = Run(last.text + run.text, run.is_slanted, run.off)
        else:
            whole.append(run)
    return whole
