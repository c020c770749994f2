"""The marks that tell a solution from what a student is given, in otter's and nbgrader's cells."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from grader.errors import IntakeError

_SOLUTION = re.compile(r" ?# ?SOLUTION(?: NO PROMPT)?\s*$")
_GONE = ("# BEGIN PROMPT", "# END PROMPT", "# SEED")
_BEGIN = re.compile(r"\s*# BEGIN SOLUTION")
_PROMPT = re.compile(r'^\s*"""\s*# BEGIN PROMPT.*?# END PROMPT.*?$', re.DOTALL | re.MULTILINE)
_ASSIGNED = re.compile(r"(\s*[\w.,\s\[\]'\"]+?=)(?!=).*")


def otter_solution(text: str) -> str:
    """A cell of a master notebook as the reference has it: no prompts, no marks."""
    text = _PROMPT.sub("", text)
    kept = (line for line in _not_ignored(text.split("\n")) if not _is_mark(line))
    return "\n".join(_SOLUTION.sub("", line).rstrip() for line in kept)


def otter_given(text: str, place: str) -> str:
    """The same cell as a student gets it."""
    lines: list[str] = []
    inside = False
    for line in _not_ignored(text.split("\n")):
        bare = line.rstrip()
        if bare.endswith("# END SOLUTION"):
            if not inside:
                raise IntakeError(f"{place}: has `# END SOLUTION` without `# BEGIN SOLUTION`")
            inside = False
        elif inside or bare.endswith(("# SOLUTION NO PROMPT", *_GONE)):
            continue
        elif _BEGIN.match(line):
            inside = True
            if "NO PROMPT" not in line:
                lines.append(line[: len(line) - len(line.lstrip())] + "...")
        elif _SOLUTION.search(bare):
            assigned = _ASSIGNED.match(bare)
            indent = line[: len(line) - len(line.lstrip())]
            lines.append(f"{assigned[1]} ..." if assigned else f"{indent}...")
        else:
            lines.append(line)
    if inside:
        raise IntakeError(f"{place}: has `# BEGIN SOLUTION` without `# END SOLUTION`")
    return "\n".join(lines)


def _is_mark(line: str) -> bool:
    bare = line.strip()
    return bool(_BEGIN.match(line)) or bare.endswith("# END SOLUTION")


def _not_ignored(lines: Sequence[str]) -> Iterator[str]:
    inside = False
    for line in lines:
        bare = line.rstrip()
        if re.match(r"\s*#\s*BEGIN\s*IGNORE", line, re.IGNORECASE):
            inside = True
        elif bare.endswith("# END IGNORE"):
            inside = False
        elif not inside and not bare.endswith("# IGNORE"):
            yield line


def regions(text: str, name: str, place: str) -> Iterator[tuple[bool, str]]:
    """Each line of a cell of nbgrader's, and whether it stands between `BEGIN` and `END` of the
    region of that name; the marks themselves are left out."""
    inside = False
    for line in text.split("\n"):
        if f"BEGIN {name}" in line and "#" in line:
            if inside:
                raise IntakeError(f"{place}: has a `BEGIN {name}` within another")
            inside = True
        elif f"END {name}" in line and "#" in line:
            if not inside:
                raise IntakeError(f"{place}: has `END {name}` without `BEGIN {name}`")
            inside = False
        else:
            yield inside, line
    if inside:
        raise IntakeError(f"{place}: has `BEGIN {name}` without `END {name}`")
