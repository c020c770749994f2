"""Variants: a problem with parameters, as each student meets it.

The values are drawn from a key that is public, since students draw theirs on their own machine:
HMAC-SHA256 with the course's `variant_key` over problem, student and parameter.
"""

from __future__ import annotations

import hashlib
import hmac
import math
import unicodedata
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar, get_args

import msgspec

from grader.bank.arithmetic import Number, Values
from grader.bank.decode import read_text
from grader.bank.holes import filled, filled_whole
from grader.model import Bank, Course, Parameter, Prediction, Problem, Template
from grader.model.record import Record

NOBODY = ""
R = TypeVar("R", bound=Record)


def problem_for(bank: Bank, name: str, student: str) -> Problem:
    """The problem of that id with the student's values; GraderError if there is no such problem.

    Students whose names differ only in capitals, or in spaces around them, are the same.
    """
    problem = bank.problem(name)
    if problem.template is None:
        return problem
    return variant(problem, values_of(bank.course, problem, student))


def values_of(course: Course, problem: Problem, student: str) -> dict[str, Number]:
    """The values that a student's variant has, by parameter."""
    declared = problem.template.file.parameters if problem.template else {}
    return drawn(declared, course.variant_key, problem.id, student)


def drawn(
    parameters: Mapping[str, Parameter], key: str, problem: str, student: str
) -> dict[str, Number]:
    """A value for each parameter, which depends on these names alone; for nobody the first one."""
    who = unicodedata.normalize("NFC", student).strip().casefold()
    if who == NOBODY:
        return first_values(parameters)

    def number(parameter: str, below: int) -> int:
        message = msgspec.json.encode((problem, who, parameter))
        digest = hmac.new(key.encode(), message, hashlib.sha256).digest()
        return int.from_bytes(digest, "big") % below

    return {
        name: legal[number(name, len(legal))]
        for name, parameter in parameters.items()
        for legal in [options(parameter)]
    }


def options(parameter: Parameter) -> Sequence[Number]:
    """The values that a parameter can have, in order; none if it is not declared soundly."""
    if isinstance(parameter.choose, tuple):
        # 2 and 2.0 are one number to a person.
        return [int(x) if x.is_integer() else x for x in parameter.choose]
    if not isinstance(parameter.from_, int) or not isinstance(parameter.to, int):
        return ()
    return range(parameter.from_, parameter.to + 1, parameter.step or 1)


def first_values(parameters: Mapping[str, Parameter]) -> dict[str, Number]:
    """The first value that each parameter can have."""
    return {name: options(parameter)[0] for name, parameter in parameters.items()}


def how_many(parameters: Mapping[str, Parameter]) -> int:
    """How many variants there are."""
    return math.prod(len(options(parameter)) for parameter in parameters.values())


def variant(problem: Problem, values: Values) -> Problem:
    """The problem with these values put into its records."""
    template = problem.template or Template(problem.file, problem.key)
    return msgspec.structs.replace(
        problem,
        file=filled_record(template.file, values),
        key=filled_record(template.key, values) if template.key else None,
        template=template,
        values=dict(values),
    )


def text_of(problem: Problem, file: Path) -> str:
    """The text of a file of the problem's folders, with its values.

    BankError if it cannot be read, GraderError where its arithmetic has no value.
    """
    return filled(read_text(file), problem.values)


def filled_record(record: R, values: Values) -> R:
    """The record with the holes of all its texts filled.

    Where a value of any kind may stand, a text that is one hole becomes the value itself.
    """
    changed = {
        field.name: _filled(getattr(record, field.name), values, _is_free(field.type))
        for field in msgspec.structs.fields(record)
    }
    if isinstance(record, Prediction) and record.kind in ("choice", "text"):
        # It is compared with the texts of the choices.
        changed["answer"] = _filled(record.answer, values, False)
    return msgspec.structs.replace(record, **changed)


def _filled(value: Any, values: Values, is_free: bool) -> Any:
    match value:
        case str():
            return filled_whole(value, values) if is_free else filled(value, values)
        case Record():
            return filled_record(value, values)
        case tuple():
            return tuple(_filled(item, values, is_free) for item in value)
        case list():
            return [_filled(item, values, is_free) for item in value]
        case dict():
            made: dict[str, Any] = {}
            for key, item in value.items():
                # Of two keys that become one, such as wrong answers, the first counts.
                made.setdefault(filled(key, values), _filled(item, values, is_free))
            return made
    return value


def _is_free(kind: Any) -> bool:
    """Whether a field of this type takes a value of any kind."""
    return kind is Any or any(map(_is_free, get_args(kind)))
