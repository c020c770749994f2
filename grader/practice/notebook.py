"""`grader.predict(...)`: the questions of a problem in a notebook."""

from __future__ import annotations

import os
from pathlib import Path

from grader.bank.load import find_root, load_bank
from grader.bank.variants import NOBODY, problem_for
from grader.errors import GraderError
from grader.model import Problem
from grader.practice.predictions import question, verdicts
from grader.report.text import clean


def predict(problem: str, /, *, student: str | None = None, **answers: object) -> None:
    """Print what is to be said of your answers: `predict("softmax", shape=(5, 3))`.

    Without an answer the questions are printed. The course is the nearest, from the working
    directory upward, or the one that GRADER_COURSE names; `student` is else who GRADER_STUDENT
    says. Nothing is counted, and nothing raised: what cannot be read is said, too.
    """
    who = os.environ.get("GRADER_STUDENT", NOBODY) if student is None else student
    try:
        print(clean(_said(_problem(problem, who), answers)))
    except GraderError as error:
        print(clean(str(error)))


def _problem(name: str, student: str) -> Problem:
    named = os.environ.get("GRADER_COURSE")
    return problem_for(load_bank(Path(named) if named else find_root(Path.cwd())), name, student)


def _said(problem: Problem, answers: dict[str, object]) -> str:
    found = verdicts(problem, answers)
    if not answers:
        asked = [f"{name}: {question(p)}" for name, p in problem.file.predict.items()]
        return "\n".join(asked) or f"{problem.id} asks nothing before the code."
    if len(found) == 1:
        return next(iter(found.values())).words
    return "\n".join(f"{name}: {verdict.words}" for name, verdict in found.items())
