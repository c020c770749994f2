"""What another system makes of a submission, to compare with what we do."""

from __future__ import annotations

from grader.model.record import Record

DIGITS = 5  # to which otter rounds, and to which scores are compared


class Scores(Record, frozen=True):
    """Points by problem, (earned, possible), and the sum that Gradescope would show."""

    problems: dict[str, tuple[float, float]]
    total: float
