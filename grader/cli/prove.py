"""`grader prove [ID…]`: would the checks notice a slip in the reference?"""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from grader.cli.common import open_bank

if TYPE_CHECKING:
    from grader.author.prove import Strength
    from grader.model import Bank


@click.command("prove")
@click.argument("ids", nargs=-1)
@click.option("--seeds", type=click.IntRange(1), help="Draws that must each kill every mutant.")
@click.option("--jobs", metavar="N", type=click.IntRange(1), help="Judges; else one a core.")
@click.pass_context
def command(ctx: click.Context, ids: tuple[str, ...], seeds: int | None, jobs: int | None) -> None:
    """Put one slip at a time into each reference, and see whether the checks kill the mutant.

    A mutant that survives is shown as a diff: strengthen a check, or list it in key.yaml under
    `equivalent` with a reason. Exit code 1 if one survives unlisted, or a listed one is wrong.
    """
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeElapsedColumn

    from grader.author.prove import SEEDS, strengths

    bank = open_bank(ctx)
    columns = TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn()
    bar = Progress(*columns, TimeElapsedColumn(), console=Console(stderr=True), transient=True)
    task = bar.add_task("mutants")

    def progress(problem: str, done: int, total: int) -> None:
        bar.update(task, description=problem, completed=done, total=total)

    seeds = seeds or SEEDS
    all_found = strengths(
        bank, ids or tuple(bank.problems), seeds=seeds, jobs=jobs, progress=progress
    )
    is_well = True
    with bar:
        for found in all_found:
            bar.stop()  # while it runs it sends stdout where it goes itself
            _show(bank, found, seeds)
            bar.start()
            is_well = is_well and not found.survivors and not found.faults
    if not is_well:
        ctx.exit(1)


def _show(bank: Bank, found: Strength, seeds: int) -> None:
    from grader.bank.files import from_here

    secret = bank.problem(found.problem).secret
    assert secret is not None  # without a solution there are no mutants
    solution = secret / "solution.py"
    original = solution.read_text("utf-8")
    for fault in found.faults:
        click.echo(str(fault))
    for fate in found.survivors:
        times = f"{fate.survived} of {seeds} draws"
        answers = "it answers every call of the checks as the reference does"
        if fate.differs is not None:
            answers = f"the reference answers otherwise to {fate.differs}"
        click.echo(f"{found.problem}: a mutant survives {times}; {answers}")
        click.echo(fate.mutant.diff(original, str(from_here(solution))))
        click.echo(f"mutant: {fate.mutant.name}")
    click.echo(
        f"{found.problem}: {found.killed} of {found.total} mutants killed "
        f"({found.crude} by no more than TypeError), {found.equivalent} equivalent"
        + (f", {found.allowed} allowed by the contract" if found.allowed else "")
    )
