"""Lines that only IPython understands: left out, with every other line where it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from grader.intake.names import shorten
from grader.intake.scanner import Scanner
from grader.model.record import Record

_LINE_MAGIC = re.compile(r"\s*(?:%|!(?!=))")
_OURS = re.compile(r"\s*!\s*grader\s")  # stands at the end of our own notebooks
_CELL_MAGIC = re.compile(r"\s*%%\s*([A-Za-z_]\w*)")
# %time runs its statement in the student's own namespace: without it names would go missing.
_TIMED = re.compile(r"(\s*)%time\s+(?![-\s])")
_HELP_BEFORE = re.compile(r"\s*\?")
_HELP_AFTER = re.compile(r"\s*%{0,2}(?!\d)[\w*]+(?:\.[\w*]+|\[\d+\])*\?\??\s*")
_ASSIGNED = re.compile(r"\s*(?:%|!(?!=))")
# Cell magics that run their body as Python, here and now.
_KEEPS_BODY = {
    *("time", "timeit", "capture", "prun", "debug"),
    *("memit", "mprun", "lprun", "heat", "snakeviz", "pyinstrument"),
}


class Dropped(Record, frozen=True):
    """What was left out at `line` (from 1), as the student wrote it, safe to print and short."""

    line: int
    text: str
    whole_cell: bool = False

    def __str__(self) -> str:
        rest = " and the rest of its cell were" if self.whole_cell else " was"
        return f'line {self.line}: "{self.text}"{rest} left out'


def drop_magics(text: str, *, cell: bool) -> tuple[str, tuple[Dropped, ...]]:
    """`text` without IPython's own lines, its number of lines unchanged, and what was dropped.

    A dropped line becomes blank, or `pass` inside an indented block; one that calls `grader` is not
    told of. In a file that is no notebook (`cell` false) only lines that begin with `%` or `!` are
    dropped.
    """
    dropped: list[Dropped] = []
    lines = list(_kept(text.split("\n"), dropped, cell))
    return "\n".join(lines), tuple(dropped)


def _kept(lines: list[str], dropped: list[Dropped], cell: bool) -> Iterator[str]:
    scanner, code_seen = Scanner(), False
    number = 0
    while number < len(lines):
        line = lines[number]
        number += 1
        if not scanner.at_start:
            scanner.feed(line)
            yield line
        elif not _is_magic(line, cell):
            code_seen = code_seen or not _is_idle(line)
            scanner.feed(line)
            yield line
        elif cell and (timed := _TIMED.match(line)):
            dropped.append(Dropped(number, "%time"))
            code_seen = True
            line = timed[1] + line[timed.end() :]
            scanner.feed(line)
            yield line
        elif cell and not code_seen and _takes_cell(line):
            dropped.append(Dropped(number, shorten(line), whole_cell=True))
            yield from [""] * (len(lines) - number + 1)
            return
        else:
            if not _OURS.match(line):
                dropped.append(Dropped(number, shorten(line)))
            yield _stand_in(line) if code_seen else ""
            while line.endswith("\\") and number < len(lines):
                line = lines[number]
                number += 1
                yield ""


def _is_magic(line: str, cell: bool) -> bool:
    if _LINE_MAGIC.match(line):
        return True
    if not cell:
        return False
    if _HELP_BEFORE.match(line) or _HELP_AFTER.fullmatch(line):
        return True
    behind = Scanner().feed(line)
    return behind is not None and _ASSIGNED.match(line, behind) is not None


def _takes_cell(line: str) -> bool:
    named = _CELL_MAGIC.match(line)
    return named is not None and named[1] not in _KEEPS_BODY


def _is_idle(line: str) -> bool:
    """Whether nothing stands on the line but space or a comment."""
    return not line.strip() or line.lstrip().startswith("#")


def _stand_in(line: str) -> str:
    """What keeps an indented block valid where its only line may be the magic."""
    indent = line[: len(line) - len(line.lstrip())]
    return f"{indent}pass" if indent else ""
