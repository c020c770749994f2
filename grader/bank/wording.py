"""How faults are worded: values as an author wrote them, places, and the nearest legal name."""

from __future__ import annotations

import json
from collections.abc import Iterable
from difflib import get_close_matches
from typing import Any

from grader.bank.strict_yaml import Place

_LONGEST = 60


def shown(value: Any) -> str:
    """`value` on one line, cut where it is long."""
    if value is None:
        return "empty"
    text = json.dumps(value, ensure_ascii=False, default=repr)
    return text if len(text) <= _LONGEST else f"{text[: _LONGEST - 1]}…"


def dotted(place: Place) -> str:
    """A place as `checks.examples.points` or `examples[0].call`."""
    text = ""
    for step in place:
        text += f"[{step}]" if isinstance(step, int) else f".{step}" if text else step
    return text


def did_you_mean(name: str, legal: Iterable[str]) -> str:
    """The end of a message: the legal name nearest to `name`, or nothing."""
    near = get_close_matches(name, list(legal), n=1)
    return f"; did you mean `{near[0]}`?" if near else ""


def nearest(name: str, legal: Iterable[str]) -> str:
    """The end of a message about a name that is not legal: the nearest one, or all of them."""
    names = list(legal)
    every = f"; it must be one of: {', '.join(names)}" if names else "; there are none"
    return did_you_mean(name, names) or every
