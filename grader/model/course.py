"""course.yaml: units in order, assignments, limits and the late policy."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from msgspec import UNSET, Meta, UnsetType, field

from grader.model.record import Duration, Name, Percent, Record, Size, Text

_SECONDS = {"min": 60, "h": 3600, "day": 86400, "days": 86400}
_BYTES = {"MiB": 2**20, "GiB": 2**30}
Seconds = Annotated[float, Meta(gt=0, description="a number of seconds above 0")]


class Limits(Record, frozen=True):
    """What a submission may use: wall seconds a call and a problem, and memory of its process."""

    call_seconds: Seconds = 5.0
    problem_seconds: Seconds = 20.0
    memory: Size = "1 GiB"

    @property
    def memory_bytes(self) -> int:
        number, unit = self.memory.split()
        return int(number) * _BYTES[unit]


class LatePolicy(Record, frozen=True):
    """Share of the raw score lost for each day begun after `grace`, never more than `cap`."""

    grace: Duration = "0 min"
    per_day: Percent = "0%"
    cap: Percent = "100%"

    @property
    def grace_seconds(self) -> int:
        number, unit = self.grace.split()
        return int(number) * _SECONDS[unit]

    def penalty(self, days: int) -> float:
        """The share lost, from 0 to 1, by a submission `days` days late."""
        return min(days * _share(self.per_day), _share(self.cap))


class Assignment(Record, frozen=True):
    """Problems handed in together. A weight multiplies a problem's points; the default is 1."""

    title: Text
    problems: Annotated[tuple[Name, ...], Meta(min_length=1)]
    weights: dict[Name, Annotated[float, Meta(gt=0)]] = field(default_factory=dict)
    due: Annotated[datetime, Meta(tz=True, description="a time with its zone")] | None = None


class Course(Record, frozen=True):
    """The whole of course.yaml."""

    title: Text
    units: Annotated[tuple[Name, ...], Meta(min_length=1)]
    assignments: dict[Name, Assignment] = field(default_factory=dict)
    late: LatePolicy = LatePolicy()
    limits: Limits = Limits()
    solutions: Text = "solutions"
    variants: Text | UnsetType = UNSET

    @property
    def variant_key(self) -> str:
        """From which each student's values are drawn. It is public, as students draw their own."""
        return self.variants if isinstance(self.variants, str) else self.title


def _share(percent: str) -> float:
    return float(percent.rstrip("%")) / 100
