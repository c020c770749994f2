"""problem.yaml and key.yaml as text, with a comment at each place that an author must look at."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from grader.author.imports.contract import Example, Typed


@dataclass(frozen=True)
class Written:
    """A function or class of the contract."""

    takes: Mapping[str, Typed]
    gives: Typed
    methods: Mapping[str, Mapping[str, Typed]] = field(default_factory=dict)


@dataclass(frozen=True)
class CheckText:
    """What YAML says of a check."""

    id: str
    points: float
    title: str
    hint: str = ""
    praise: str = ""


def problem_yaml(
    title: str,
    write: Mapping[str, Written],
    examples: Sequence[Example],
    checks: Sequence[CheckText],
) -> str:
    """The text of problem.yaml."""
    return "\n".join([*_head(title), *_write(write), *_examples(write, examples), *_public(checks)])


def key_yaml(checks: Sequence[CheckText]) -> str:
    """The text of key.yaml."""
    lines = ["checks:"]
    for check in checks:
        lines += [*_check(check), "    reveal: title"]
    lines += [
        "# TODO: mistakes that students make, each a runnable wrong solution in mistakes/",
        "mistakes: {}",
        "",
    ]
    return "\n".join(lines)


def _head(title: str) -> Iterator[str]:
    yield f"title: {quoted(title)}"
    yield "level: 1  # TODO: from 1 (warm-up) to 5 (capstone)"
    yield 'objectives: ["TODO: what a student learns here"]'


def _write(write: Mapping[str, Written]) -> Iterator[str]:
    yield "write:"
    for name, one in write.items():
        yield f"  {name}:"
        yield from _arguments("takes", one.takes, "    ")
        yield f"    gives: {_typed(one.gives)}"
        if one.methods:
            yield "    methods:"
            for method, arguments in one.methods.items():
                yield from _arguments(method, arguments, "      ")


def _arguments(name: str, arguments: Mapping[str, Typed], space: str) -> Iterator[str]:
    yield f"{space}{name}:" if arguments else f"{space}{name}: {{}}"
    for argument, typed in arguments.items():
        yield f"{space}  {argument}: {_typed(typed)}"


def _typed(typed: Typed) -> str:
    comment = "  # TODO: a guess; say type, shape and meaning" if typed.guessed else ""
    return quoted(typed.kind) + comment


def _examples(write: Mapping[str, Written], examples: Sequence[Example]) -> Iterator[str]:
    yield "examples:"
    for one in examples[:3]:
        yield f"  - {{call: {one.call}, given: {quoted(one.given)}, gives: {quoted(one.gives)}}}"
    if not examples:
        yield "  # TODO: a call that a student may see, with its value"
        yield f"  - {{run: {quoted(f'callable({next(iter(write))})')}, gives: true}}"


def _public(checks: Sequence[CheckText]) -> Iterator[str]:
    yield "checks:" if checks else "checks: {}"
    for check in checks:
        yield from _check(check)
    yield ""


def _check(check: CheckText) -> Iterator[str]:
    points = int(check.points) if check.points == int(check.points) else check.points
    yield f"  {check.id}:"
    yield f"    points: {points}"
    yield f"    title: {quoted(check.title)}"
    todo = "" if check.hint else "  # TODO: a question that leads on"
    yield f"    hint: {quoted(check.hint)}{todo}"
    if check.praise:
        yield f"    # Said where it passed: {' '.join(check.praise.split())}"


def quoted(value: Any) -> str:
    """A value as YAML in one line."""
    return json.dumps(value, ensure_ascii=False)
