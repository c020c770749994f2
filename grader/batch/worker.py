"""What one worker process does: grade the submission of one job with a judge it keeps."""

from __future__ import annotations

import atexit
import multiprocessing
import os
import threading
from datetime import datetime
from functools import lru_cache
from pathlib import Path

from grader.bank.load import load_bank
from grader.errors import IntakeError
from grader.intake.submission import read_submission
from grader.judge.judge import Judge
from grader.judge.reports import unreadable
from grader.judge.scoring import lateness
from grader.model import Bank, Late, Report
from grader.model.record import Record


class Course(Record, frozen=True):
    """Where a worker finds the bank, what it grades, and whether a weak sandbox will do."""

    root: Path
    solutions: Path
    assignment: str
    unsafe: bool


class Done(Record, frozen=True):
    """What an earlier run graded: the digests of submission and bank, and the lateness."""

    submission: str
    bank: str
    late: Late


class Job(Record, frozen=True):
    """One submission to grade, unless it is what `done` says was graded already."""

    course: Course
    student: str
    path: Path
    submitted: datetime | None = None
    done: Done | None = None


def grade(job: Job) -> Report | None:
    """The report, or None where nothing has changed since `job.done`."""
    bank, judge, problems = _tools(job.course)
    assignment = job.course.assignment
    digest = judge.digest(problems, assignment)
    try:
        submission = read_submission(job.path, job.student, job.submitted)
    except IntakeError as error:
        return unreadable(job.student, str(error), assignment, digest)
    late = lateness(bank.assignment(assignment), bank.course.late, job.submitted)
    if job.done == Done(submission.digest, digest, late):
        return None
    return judge.grade(submission, problems, assignment)


@lru_cache(maxsize=1)
def _tools(course: Course) -> tuple[Bank, Judge, tuple[str, ...]]:
    """The bank and a judge for the assignment, made once a process."""
    _end_with_the_coordinator()
    bank = load_bank(course.root, course.solutions)
    problems = bank.assignment(course.assignment).problems
    judge = Judge(bank, problems, unsafe=course.unsafe)
    judge.__enter__()
    atexit.register(judge.__exit__, None, None, None)
    return bank, judge, problems


def _end_with_the_coordinator() -> None:
    """A worker whose coordinator was killed would wait for its next job for ever."""
    coordinator = multiprocessing.parent_process()
    if coordinator is None:
        return

    def wait() -> None:
        coordinator.join()
        os._exit(1)

    threading.Thread(target=wait, daemon=True).start()
