"""What Gradescope says about a submission beside its files."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from grader.errors import GraderError
from grader.intake.names import student_name
from grader.model.record import Record


class HandedIn(Record, frozen=True):
    """Whose a submission is and when it was handed in; None for what is not said."""

    student: str | None
    submitted: datetime | None


def handed_in(metadata: Mapping[str, Any]) -> HandedIn:
    """The names (of a group, all of them) and the time of a `submission_metadata.json`.

    An empty mapping, as `otter run` has, says neither. GraderError for a time that is none, since
    guessing would be unfair either to this student or to the others.
    """
    return HandedIn(_names(metadata.get("users")), _time(metadata.get("created_at")))


def _names(users: Any) -> str | None:
    listed = users if isinstance(users, list) else []
    said = [user.get("name") or user.get("email") for user in listed if isinstance(user, dict)]
    return student_name(", ".join(str(name) for name in said if name)) if any(said) else None


def _time(text: Any) -> datetime | None:
    if text is None:
        return None
    try:
        time = datetime.fromisoformat(text)
    except (TypeError, ValueError):
        time = None
    if time is None or time.tzinfo is None:
        raise GraderError(
            f"submission_metadata.json: created_at is {text!r}; it must be a time with its zone"
        )
    return time
