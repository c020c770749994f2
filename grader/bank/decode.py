"""YAML text to records. msgspec decodes; when it refuses, jsonschema finds every fault.

Both work from the same record types, so the format is described once.
"""

from __future__ import annotations

import math
import re
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Generic, TypeVar

import msgspec

from grader.bank.schema import of_record
from grader.bank.strict_yaml import Document, Place, parse
from grader.bank.wording import dotted, nearest, shown
from grader.errors import BankError, Fault

if TYPE_CHECKING:
    from jsonschema import ValidationError

T = TypeVar("T")
_TYPES = {
    "object": "a mapping",
    "array": "a list",
    "string": "text",
    "number": "a number",
    "integer": "a whole number",
    "boolean": "true or false",
    "null": "empty",
}


@dataclass(frozen=True)
class Decoded(Generic[T]):
    """A record, and the document it came from for the lines of later faults."""

    record: T
    document: Document


def decode_file(file: Path, record: type[T]) -> Decoded[T]:
    """The record that a UTF-8 YAML file holds. Raises BankError with every fault of the file."""
    return decode(read_text(file), file, record)


def decode(text: str, file: Path, record: type[T]) -> Decoded[T]:
    """The record that YAML text holds. Raises BankError with every fault; they name `file`."""
    document = parse(text, file)
    try:
        return Decoded(msgspec.convert(document.value, record), document)
    except msgspec.ValidationError as error:
        faults = _faults(document, record) or [_own_words(document, str(error))]
        raise BankError(faults) from error


def read_text(file: Path) -> str:
    """The text of a UTF-8 file. Raises BankError if it cannot be read as such."""
    try:
        return file.read_text(encoding="utf-8-sig")
    except UnicodeDecodeError as error:
        line = error.object[: error.start].count(b"\n") + 1
        text = f"the byte {error.object[error.start]:#04x} is not UTF-8; save the file as UTF-8"
        raise BankError([Fault(file, line, text)]) from error
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise BankError([Fault(file, 1, f"the file cannot be read: {reason}")]) from error


def _own_words(document: Document, message: str) -> Fault:
    """msgspec's message, such as "Expected `int`, got `str` - at `$.level`", with its line."""
    text, _, path = message.partition(" - at ")
    # A mapping's values are written `[...]`: the place is known as far as there.
    steps = re.findall(r"\.(\w+)|\[(\d+)\]", path.partition("[...]")[0])
    place: Place = tuple(name or int(index) for name, index in steps)
    where = f" in `{dotted(place)}`" if place else ""
    return document.fault(text[:1].lower() + text[1:] + where, *place)


def _faults(document: Document, record: type[Any]) -> list[Fault]:
    # Imported here: it takes 0.1 s, and a bank without faults does not need it.
    from jsonschema import Draft202012Validator, FormatChecker, validators

    extend: Any = validators.extend  # it carries no types
    formats = FormatChecker(())
    formats.checks("date-time")(_is_zoned_time)
    # JSON Schema takes 2.0 for an integer and nan for a number at least 0; msgspec does not.
    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {
            "integer": lambda _, value: type(value) is int,
            "number": lambda _, value: type(value) in (int, float) and math.isfinite(value),
        }
    )
    validator = extend(Draft202012Validator, type_checker=types)(
        of_record(record), format_checker=formats
    )
    return [
        fault
        for error in validator.iter_errors(document.value)
        for fault in _worded(document, _deepest(error))
    ]


def _is_zoned_time(value: object) -> bool:
    if not isinstance(value, str):
        return True
    try:
        msgspec.convert(value, Annotated[datetime, msgspec.Meta(tz=True)])
    except msgspec.ValidationError:
        return False
    return True


def _deepest(error: ValidationError) -> ValidationError:
    """The fault itself, where a value may also be null and the schema says so by anyOf."""
    while error.validator == "anyOf" and error.context:
        error = next(e for e in error.context if e.schema != {"type": "null"})
    return error


def _worded(document: Document, error: ValidationError) -> list[Fault]:
    schema, value = _parts(error)
    place: Place = tuple(error.absolute_path)
    name = f"`{dotted(place)}`" if place else "the file"
    inside = f" of {name}" if place else ""
    if error.validator == "required":
        [missing] = re.findall(r"^'(.*)' is a required property", error.message)
        return [document.fault(f"the key `{missing}`{inside} is missing", *place)]
    if error.validator == "additionalProperties":
        legal = schema["properties"]
        return [
            document.fault(f"unknown key `{key}`{inside}{nearest(key, legal)}", *place, key)
            for key in value
            if key not in legal
        ]
    if "propertyNames" in error.absolute_schema_path:
        key = str(value)
        text = f"the name `{key}`{inside} must be {schema['description']}"
        return [document.fault(text, *place, key)]
    subject = f"the value of {name}" if place else name
    text = f"{subject} is {shown(value)}; it must be {_expected(error)}"
    return [document.fault(text, *place)]


def _parts(error: ValidationError) -> tuple[dict[str, Any], Any]:
    """The part of the schema that was broken, and the value that broke it."""
    schema: Any = error.schema  # typed as if it could be a boolean: msgspec writes none
    return schema, error.instance


def _expected(error: ValidationError) -> str:
    schema, value = _parts(error)
    if error.validator == "enum":
        legal = [str(value) for value in schema["enum"]]
        return f"one of: {', '.join(legal)}"
    if error.validator == "minItems" and schema["minItems"] > 1:
        return f"{_TYPES['array']} of at least {schema['minItems']}"
    if error.validator in ("minItems", "minProperties"):
        return f"{_TYPES[schema['type']]} that is not empty"
    # The description of an object is the docstring of its record: too long for a fault.
    if "description" in schema and schema.get("type") != "object":
        quotes = schema.get("type") == "string" and isinstance(value, bool | int | float)
        return str(schema["description"]) + (" (put it in quotes)" if quotes else "")
    if error.validator in ("type", "const"):
        return _TYPES.get(schema.get("type", ""), str(error.validator_value))
    limits = {"minimum": "at least", "exclusiveMinimum": "above", "maximum": "at most"}
    return f"{limits.get(str(error.validator), str(error.validator))} {error.validator_value}"
