"""Floor 1: what students hand in, as text and records. Nothing a student wrote is executed."""

from grader.intake.inbox import Entry, read_inbox
from grader.intake.submission import read_submission

__all__ = ["Entry", "read_inbox", "read_submission"]
