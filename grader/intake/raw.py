"""A file of a submission before anything in it is read."""

from __future__ import annotations

from grader.model.record import Record


class Raw(Record, frozen=True):
    """Bytes under a name with forward slashes, or the reason (`why`) why there are none.

    `data` holds at most one byte above the cap of its kind, so that its reader can say so.
    """

    name: str
    data: bytes | None = None
    why: str = ""
