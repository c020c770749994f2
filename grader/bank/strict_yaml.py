"""YAML as the bank reads it: YAML 1.2 core scalars, no duplicate keys, and a line for each value.

PyYAML is used for its parser only. Its resolver follows YAML 1.1, where `on` is a boolean, `1e-3`
is text and a date is an object; scalars are therefore resolved here (YAML 1.2.2, section 10.3.2).
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import yaml

from grader.errors import BankError, Fault

Place = tuple[str | int, ...]

_LOADER: Any = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_CONSTANTS: dict[str, bool | None] = {
    **dict.fromkeys(("", "~", "null", "Null", "NULL")),
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
# More digits than these are a slip, and Python refuses to convert more than 4300 of them.
_INT = re.compile(r"[-+]?[0-9]{1,4000}|0o[0-7]{1,4000}|0x[0-9a-fA-F]{1,4000}")
_FLOAT = re.compile(
    r"[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?|[-+]?\.(inf|Inf|INF)|\.(nan|NaN|NAN)"
)
_DEEPEST = 50


@dataclass(frozen=True)
class Document:
    """A parsed file: `value` in builtin types, and the line of every key and value by its place."""

    file: Path
    value: Any
    keys: dict[Place, int]
    values: dict[Place, int]

    def line(self, *place: str | int) -> int:
        """The line of the key at `place` (of the item, in a list), or of what encloses it."""
        for end in range(len(place), 0, -1):
            for lines in (self.keys, self.values):
                if place[:end] in lines:
                    return lines[place[:end]]
        return 1

    def fault(self, text: str, *place: str | int) -> Fault:
        """A fault of this file at the line of `place`."""
        return Fault(self.file, self.line(*place), text)


def parse(text: str, file: Path) -> Document:
    """Parse one YAML document.

    Raises BankError with every duplicate key, key that is not text, anchor, alias, merge key and
    tag, or with the first syntax error.
    """
    try:
        events = list(yaml.parse(text, Loader=_LOADER))
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = mark.line + 1 if mark else 1
        raise BankError([Fault(file, line, f"not valid YAML: {error.problem}")]) from error
    except yaml.reader.ReaderError as error:
        line = _line_of_control(text)
        reason = f"not valid YAML: it holds the character {error.character!r}"
        if isinstance(error.character, int):
            reason = f"not valid YAML: it holds the control character {error.character:#04x}"
        raise BankError([Fault(file, line, reason)]) from error
    reader = _Reader(file, iter(events))
    value = reader.document()
    if reader.faults:
        raise BankError(reader.faults)
    return Document(file, value, reader.keys, reader.values)


def resolve(text: str) -> Any:
    """The value of a plain (unquoted) scalar: null, boolean, int, float or the text itself."""
    if text in _CONSTANTS:
        return _CONSTANTS[text]
    if _INT.fullmatch(text):
        return int(text, {"0o": 8, "0x": 16}.get(text[:2], 10))
    if _FLOAT.fullmatch(text):
        # Python's float takes inf and nan in any case, but without the dot.
        return float(re.sub(r"\.(?=[in])", "", text, flags=re.IGNORECASE))
    return text


def _line_of_control(text: str) -> int:
    """The line of the first character that YAML does not allow (libyaml counts bytes)."""
    allowed = re.compile("[^\t\n\r\x20-\x7e\x85\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
    found = allowed.search(text)
    return text.count("\n", 0, found.start() if found else 0) + 1


class _Reader:
    """Builds the value of one document from parser events, noting lines and faults on the way."""

    def __init__(self, file: Path, events: Iterator[Any]) -> None:
        self.file = file
        self.events = events
        self.keys: dict[Place, int] = {}
        self.values: dict[Place, int] = {}
        self.faults: list[Fault] = []

    def document(self) -> Any:
        value = None
        started = False
        for event in self.events:
            if not isinstance(event, yaml.DocumentStartEvent):
                continue
            if started:
                self._fault(event, "a second document begins; a file holds one")
                break
            started = True
            value = self._value(next(self.events), ())
        return value

    def _fault(self, event: Any, text: str) -> None:
        self.faults.append(Fault(self.file, event.start_mark.line + 1, text))

    def _value(self, event: Any, place: Place) -> Any:
        self.values[place] = event.start_mark.line + 1
        self._refuse_extras(event)
        if len(place) > _DEEPEST:
            text = f"lists and mappings are nested more than {_DEEPEST} deep"
            raise BankError([*self.faults, Fault(self.file, event.start_mark.line + 1, text)])
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(place)
        if isinstance(event, yaml.SequenceStartEvent):
            items: list[Any] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                items.append(self._value(event, (*place, len(items))))
            return items
        if isinstance(event, yaml.ScalarEvent):
            return resolve(event.value) if event.implicit[0] else event.value
        return None  # an alias: already a fault

    def _mapping(self, place: Place) -> dict[str, Any]:
        result: dict[str, Any] = {}
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            key = self._key(event, place)
            value_event = next(self.events)
            if key is None:
                # Read on for the faults below; the place is one that no other value can have.
                self._value(value_event, (*place, -1))
            elif key in result:
                first = self.keys[(*place, key)]
                self._fault(event, f"the key `{key}` is given twice; it stands on line {first} too")
                self._value(value_event, (*place, -1))
            else:
                self.keys[(*place, key)] = event.start_mark.line + 1
                result[key] = self._value(value_event, (*place, key))
        return result

    def _key(self, event: Any, place: Place) -> str | None:
        """The key that `event` begins, or None (with a fault) where it is not text."""
        if not isinstance(event, yaml.ScalarEvent):
            self._value(event, (*place, -1))
            if not isinstance(event, yaml.AliasEvent):
                is_hole = isinstance(event, yaml.MappingStartEvent) and event.flow_style
                advice = "; a value such as {{a}} stands in quotes" if is_hole else ""
                self._fault(event, f"a key is a list or a mapping; it must be text{advice}")
            return None
        self._refuse_extras(event)
        if event.implicit[0] and event.value == "<<":
            self._fault(event, "the merge key `<<` is not supported; write the keys out")
            return None
        if event.implicit[0] and not isinstance(resolve(event.value), str):
            shown = event.value or "empty"
            self._fault(event, f'the key {shown} is not text; put it in quotes: "{event.value}"')
            return None
        return str(event.value)

    def _refuse_extras(self, event: Any) -> None:
        if isinstance(event, yaml.AliasEvent):
            self._fault(event, f"the alias `*{event.anchor}` is not supported; write the value out")
        elif event.anchor:
            self._fault(event, f"the anchor `&{event.anchor}` is not supported; remove it")
        if getattr(event, "tag", None):
            tag = str(event.tag).replace("tag:yaml.org,2002:", "!!")
            self._fault(event, f"the tag `{tag}` is not supported; remove it")
