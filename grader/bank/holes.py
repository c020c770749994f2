"""Texts with holes: `{{2 * a}}` is where a value of the student's own stands.

A hole is arithmetic with at least one name, all of them parameters. All other braces are left as
they are, those of LaTeX too, so that `\\frac{{x}}{2}` has a hole only where `x` is a parameter.
"""

from __future__ import annotations

import ast
import re
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from difflib import get_close_matches

from grader.bank.arithmetic import Value, Values, as_written, names, parsed, value

_BRACES = re.compile(r"\{\{([^{}\n]*)\}\}")
_POWER = re.compile(r"[ \t]*(\*\*|\^)")
_OPERATOR = re.compile(r"\S[ \t]*([-+*/]|\\cdot|\\times)[ \t]*\Z")


@dataclass(frozen=True)
class Braces:
    """What stands between double braces, if it is arithmetic at all, and its place in a text."""

    start: int
    end: int
    line: int
    tree: ast.expr

    @property
    def names(self) -> list[str]:
        return names(self.tree)

    def is_hole(self, parameters: Collection[str]) -> bool:
        """Whether a value belongs here."""
        return bool(self.names) and all(name in parameters for name in self.names)

    def is_meant(self, parameters: Collection[str]) -> bool:
        """Whether an author must have meant a hole, though a name is no parameter.

        A single name may be LaTeX, unless it is nearly that of a parameter.
        """
        if isinstance(self.tree, ast.Name):
            return bool(get_close_matches(self.tree.id, list(parameters), n=1))
        return bool(self.names)


def braces(text: str) -> Iterator[Braces]:
    """Every `{{…}}` of a text that holds arithmetic."""
    for found in _BRACES.finditer(text):
        tree = parsed(found[1])
        if tree is not None:
            line = text.count("\n", 0, found.start()) + 1
            yield Braces(found.start(), found.end(), line, tree)


def filled(text: str, values: Values) -> str:
    """The text with its holes filled. GraderError where the arithmetic has no value.

    Below zero a number is put in brackets where it follows an operator or is raised to a power.
    """
    parts, at = [], 0
    for found in braces(text) if values else ():
        if found.is_hole(values):
            parts += [text[at : found.start], _fitted(value(found.tree, values), text, found)]
            at = found.end
    return "".join([*parts, text[at:]])


def filled_whole(text: str, values: Values) -> Value | str:
    """The value itself where the text is one hole and nothing else; else as `filled`."""
    whole = [b for b in braces(text) if values and (b.start, b.end) == (0, len(text))]
    if whole and whole[0].is_hole(values):
        return value(whole[0].tree, values)
    return filled(text, values)


def _fitted(number: Value, text: str, place: Braces) -> str:
    written = as_written(number)
    line = text[text.rfind("\n", 0, place.start) + 1 : place.start]
    is_tight = _POWER.match(text, place.end) or _OPERATOR.search(line)
    return f"({written})" if written.startswith("-") and is_tight else written
