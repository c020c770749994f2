"""The slips of someone who writes `np.einsum`: one letter of its subscripts is not where it was."""

from __future__ import annotations

import ast
from collections.abc import Iterator


def subscript_slips(node: ast.Call) -> Iterator[ast.expr]:
    """The call with each slip in its subscripts, if it is an einsum that says what it gives."""
    match node:
        case ast.Call(
            func=ast.Attribute(attr="einsum") | ast.Name(id="einsum"),
            args=[ast.Constant(value=str(text)), *operands],
        ) if text.count("->") == 1:
            for other in dict.fromkeys(_slips(text.replace(" ", ""))):
                yield ast.Call(node.func, [ast.Constant(other), *operands], node.keywords)


def _slips(text: str) -> Iterator[str]:
    given, _, gives = text.partition("->")
    terms = [*given.split(","), gives]
    for place, term in enumerate(terms):
        for other in _exchanged(term):
            yield _joined([*terms[:place], other, *terms[place + 1 :]])
    for at in range(len(gives)):
        yield f"{given}->{gives[:at]}{gives[at + 1 :]}"  # summed over, too
    for letter in dict.fromkeys(given.replace(",", "")):
        if given.count(letter) > 1 and letter not in gives:
            yield f"{given.replace(letter, _unused(text), 1)}->{gives}"  # no longer paired


def _exchanged(term: str) -> Iterator[str]:
    """Two neighbouring axes in each other's place."""
    for at in range(len(term) - 1):
        yield term[:at] + term[at + 1] + term[at] + term[at + 2 :]


def _joined(terms: list[str]) -> str:
    *given, gives = terms
    return f"{','.join(given)}->{gives}"


def _unused(text: str) -> str:
    return next(letter for letter in "zyxwvutsrqponmlkjihgfedcba" if letter not in text)
