"""From what a check raised to a status and words for the student."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

import pytest

from grader.judge.absent import Absent
from grader.judge.examples import ExampleMismatch, ExampleRaised
from grader.judge.limit import EndlessCheck
from grader.judge.mismatch import Mismatch
from grader.judge.source import told
from grader.model import Check, Counterexample, Status, Submission
from grader.numeric.gradient_table import GradientTable
from grader.sandbox.answers import Value
from grader.sandbox.proxies import CallFailed, Exchange
from grader.sandbox.warned import KINDS

# A name that is not there, or code that is not there yet, has nothing to do with mathematics.
_SLIPS = (NameError, AttributeError, ImportError, SyntaxError, NotImplementedError, EOFError)

ODD_VALUE = "Your function returns a value that this check cannot use: look at its type and shape."


@dataclass(frozen=True)
class Outcome:
    """The status of one check, what the student reads, and the call that shows the fault.

    `table` is that of a gradient check, with numbers of the run that failed: only those of a
    public check may be shown. `hinted` says whether the check's hint is to the point.
    """

    status: Status
    message: str = ""
    shown: Counterexample | None = None
    table: GradientTable | None = None
    hinted: bool = True


def outcome(
    error: BaseException | None,
    check: Check,
    submission: Submission,
    made: Sequence[Exchange],
    absent: Absent,
) -> Outcome | None:
    """The outcome of a check that made these calls. None where it is not clear yet whose fault
    `error` is."""
    public = check.visibility == "public"
    match error:
        case None:
            return Outcome("passed")
        case ExampleMismatch():
            return Outcome("failed", error.words, error.shown)
        case Mismatch():
            words = f"{error.words} {error.detail}".strip() if public else error.words
            words = f"{words}{_warned(made)}" if check.reveal != "nothing" else ""
            # What a check is for that looks at how a call goes, its values do not tell.
            about_values = not any(e.watch or e.small for e in made)
            is_to_the_point = not error.of_kind and (error.claim or about_values)
            return Outcome("failed", words, table=error.table, hinted=is_to_the_point)
        case CallFailed():
            failure = error.failure
            message = told(failure, submission, with_text=public)
            message += absent.because(failure)
            shown = error.shown if isinstance(error, ExampleRaised) else None
            is_to_the_point = not any(map(failure.is_a, _SLIPS))
            return Outcome(failure.kind, message, shown, hinted=is_to_the_point)
        case AssertionError():
            text = str(error).split("\n", 1)[0] if public else ""
            return Outcome("failed", text)
        case EndlessCheck():
            return broken(error)
        case pytest.skip.Exception():
            return Outcome("skipped")
    # Anything else: our defect, unless the check passes on the reference.
    return None


def _warned(made: Sequence[Exchange]) -> str:
    """What numpy warned of in these calls, as a sentence after others; "" if of nothing."""
    answers = [exchange.answer for exchange in made]
    kinds = {kind for answer in answers if isinstance(answer, Value) for kind in answer.warned}
    told = [kind for kind in KINDS.values() if kind in kinds]
    listed = " and ".join([", ".join(told[:-1]), *told[-1:]] if len(told) > 1 else told)
    return f" On the way numpy warned of {listed}." if told else ""


def broken(error: BaseException) -> Outcome:
    """Our own fault: it costs the student nothing."""
    return Outcome("broken", f"{type(error).__name__}: {error}")
