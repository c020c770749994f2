"""The questions to answer before any code: in the terminal, and one by one."""

from __future__ import annotations

from collections.abc import Mapping

from grader.bank.answers import Verdict, verdict
from grader.bank.wording import did_you_mean
from grader.errors import GraderError
from grader.model import Prediction, Problem


def question(prediction: Prediction) -> str:
    """What is asked, and under it the choices, numbered from 1."""
    lines = [" ".join(prediction.ask.split())]
    lines += [f"  {number}. {choice}" for number, choice in enumerate(prediction.choices, 1)]
    return "\n".join(lines)


def verdicts(problem: Problem, answers: Mapping[str, object]) -> dict[str, Verdict]:
    """What is to be said of each answer, by the name of its question.

    GraderError for a name that the problem does not ask, and for what is no answer.
    """
    asked = problem.file.predict
    found = {}
    for name, given in answers.items():
        if name not in asked:
            names = ", ".join(asked) or "nothing"
            hint = did_you_mean(name, asked) or f"; it asks: {names}"
            raise GraderError(f"{problem.id} does not ask {name!r}{hint}")
        try:
            found[name] = verdict(asked[name], given)
        except GraderError as error:
            raise GraderError(f"{name}: {error}") from error
    return found
