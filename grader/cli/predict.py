"""`grader predict ID`: what do you expect, before any code?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank, say_whose_values, student_option

if TYPE_CHECKING:
    from grader.model import Prediction, Problem


@click.command("predict")
@click.argument("problem_id", metavar="ID")
@click.argument("answers", metavar="[NAME=VALUE]...", nargs=-1)
@student_option
@click.pass_context
def command(ctx: click.Context, problem_id: str, answers: tuple[str, ...], student: str) -> None:
    """Ask what you expect before you write any code; nothing of it is counted.

    With NAME=VALUE, such as shape=5,3, that question is answered here, and the exit code is 1 if
    an answer is wrong.
    """
    from grader.bank.variants import problem_for
    from grader.practice.predictions import verdicts

    problem = problem_for(open_bank(ctx), problem_id, student)
    say_whose_values([problem], student)
    if not answers:
        _interview(problem)
        return
    found = verdicts(problem, _pairs(answers))
    for name, verdict in found.items():
        click.echo(f"{name}: {verdict.words}" if len(found) > 1 else verdict.words)
    if not all(verdict.is_right for verdict in found.values()):
        ctx.exit(1)


def _pairs(answers: tuple[str, ...]) -> dict[str, str]:
    pairs: dict[str, str] = {}
    for answer in answers:
        name, equals, given = answer.partition("=")
        if not equals:
            raise click.UsageError(f"{answer!r} must be NAME=VALUE, such as shape=5,3")
        if name in pairs:
            raise click.UsageError(f"{name!r} is answered twice; answer it once")
        pairs[name] = given
    return pairs


def _interview(problem: Problem) -> None:
    from grader.practice.predictions import question

    if not problem.file.predict:
        click.echo(f"{problem.id} asks nothing before the code.")
        return
    for number, (name, prediction) in enumerate(problem.file.predict.items(), 1):
        click.echo(f"{number} of {len(problem.file.predict)} ({name})")
        click.echo(question(prediction))
        words = _asked(prediction)
        if words is None:
            click.echo()
            return
        click.echo(f"{words}\n")


def _asked(prediction: Prediction) -> str | None:
    """What is to be said of the answer typed, asked again while it is none; None at its end."""
    from grader.bank.answers import verdict
    from grader.errors import GraderError

    while True:
        try:
            given = input("> ")
        except EOFError:
            return None
        if not given.strip():
            return "Skipped."
        try:
            return verdict(prediction, given).words
        except GraderError as error:
            click.echo(str(error))
