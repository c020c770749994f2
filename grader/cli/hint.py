"""`grader hint ID`: the next hint."""

from __future__ import annotations

import click

from grader.cli.common import open_bank, say_whose_values, student_option


@click.command("hint")
@click.argument("problem_id", metavar="ID")
@click.option("--again", is_flag=True, help="Show once more the hint that was shown last.")
@click.option("--all", "every", is_flag=True, help="Show all hints at once.")
@student_option
@click.pass_context
def command(ctx: click.Context, problem_id: str, again: bool, every: bool, student: str) -> None:
    """Show the next hint of a problem, from a nudge to nearly the answer."""
    from rich.console import Console
    from rich.markdown import Markdown

    from grader.bank.variants import problem_for
    from grader.cli.show import protect_math
    from grader.errors import GraderError
    from grader.practice.hints import hints_seen, keep_seen, seen_file

    if again and every:
        raise click.UsageError("--again and --all do not go together; give one of them")
    bank = open_bank(ctx)
    problem = problem_for(bank, problem_id, student)
    hints = problem.file.hints
    if not hints:
        click.echo(f"{problem.id} has no hints.")
        return
    file = seen_file()
    seen = min(hints_seen(file, bank.root, problem.id), len(hints))
    if seen == len(hints) and not (again or every):
        noun = "the only hint" if seen == 1 else f"all {seen} hints"
        click.echo(f"You have seen {noun} of {problem.id}; `--again` shows the last, `--all` all.")
        return
    last = len(hints) if every else max(seen, 1) if again else seen + 1
    console = Console()
    for number in range(1 if every else last, last + 1):
        click.echo(f"Hint {number} of {len(hints)}")
        console.print(Markdown(protect_math(hints[number - 1])))
    say_whose_values([problem], student)
    try:
        keep_seen(file, bank.root, problem.id, max(last, seen))
    except GraderError as error:
        click.echo(f"grader: the next call shows the same hint: {error}", err=True)
