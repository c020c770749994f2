"""`grader lint [ID…]`: is the bank right, and do its checks prove it?"""

from __future__ import annotations

import click

from grader.cli.common import open_bank


@click.command("lint")
@click.argument("ids", nargs=-1)
@click.option("--seeds", type=click.IntRange(1), help="Draws that each proof is repeated over.")
@click.pass_context
def command(ctx: click.Context, ids: tuple[str, ...], seeds: int | None) -> None:
    """Validate every file of the bank, then prove the problems named, or all of them.

    Proven means: the reference gets full marks, the starter nothing, every mistake fails exactly
    the checks it lists, and all that with every draw. Exit code 1 if there is a fault.
    """
    from grader.author.lint import lint
    from grader.author.proof import SEEDS
    from grader.errors import BankError

    try:
        bank = open_bank(ctx)
    except BankError as error:
        for fault in error.faults:
            click.echo(str(fault))
        ctx.exit(1)
    found = 0
    for name, faults in lint(bank, ids or tuple(bank.problems), seeds or SEEDS):
        for fault in faults:
            click.echo(str(fault))
        found += len(faults)
        if not faults:
            click.echo(f"{name}: proven over {seeds or SEEDS} draws")
    if found:
        click.echo(f"{found} fault{'s' if found > 1 else ''}")
        ctx.exit(1)
