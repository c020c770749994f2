"""The code of an OK test case: a doctest, read as statements and what each must show."""

from __future__ import annotations

import ast
import doctest
from textwrap import dedent

from grader.author.imports.asked import Step
from grader.author.imports.names import parsed
from grader.errors import IntakeError


def doctest_steps(code: str, place: str) -> tuple[Step, ...]:
    """The statements of a doctest. IntakeError where it is none, or holds no Python."""
    try:
        examples = doctest.DocTestParser().get_examples(dedent(code))
    except ValueError as error:
        raise IntakeError(f"{place}: is not a doctest: {error}") from error
    steps: list[Step] = []
    for example in examples:
        where = f"{place}, test line {example.lineno + 1}"
        body = parsed(example.source, where).body
        raises = _exception(example.exc_msg) if example.exc_msg is not None else ""
        for number, node in enumerate(body):
            # Python's prompt takes one statement at a time, so this is one or none.
            is_last = number == len(body) - 1
            want = example.want if is_last and not raises else ""
            steps.append(Step(node, ast.unparse(node), want, raises if is_last else "", where))
    return tuple(steps)


def cell_steps(source: str, shown: str, place: str) -> tuple[Step, ...]:
    """The statements of a test cell, of which the last shows what stood below the cell."""
    body = parsed(source, place).body
    return tuple(
        Step(
            node,
            ast.unparse(node),
            (shown.rstrip("\n") + "\n" if shown.strip() else "") if number == len(body) else "",
            place=f"{place}, line {node.lineno}",
        )
        for number, node in enumerate(body, 1)
    )


def _exception(message: str) -> str:
    """The class at the end of a traceback, without its module."""
    return message.partition(":")[0].strip().rpartition(".")[2]
