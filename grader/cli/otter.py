"""`grader otter ASSIGNMENT`: the zip that otter-grader and Gradescope grade with."""

from __future__ import annotations

from pathlib import Path

import click

from grader.cli.common import open_bank


@click.command("otter")
@click.argument("assignment")
@click.option(
    "--out", metavar="ZIP", required=True, type=click.Path(path_type=Path), help="Where to write."
)
@click.pass_context
def command(ctx: click.Context, assignment: str, out: Path) -> None:
    """Write the autograder zip of ASSIGNMENT, for Gradescope or `otter run`.

    It holds the hidden checks and the solutions: upload it as the autograder, and give it to no
    student. Only you can read the file.
    """
    from grader.export.otter_zip import write_otter_zip

    bank = open_bank(ctx)
    write_otter_zip(bank, assignment, out)
    click.echo(f"{out}: written; it holds the solutions, so only you may read it")
