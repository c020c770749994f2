"""`grader doctor`: versions, and which rings of the sandbox hold here."""

from __future__ import annotations

from collections.abc import Collection
from typing import TYPE_CHECKING

import click

from grader import __version__

if TYPE_CHECKING:
    from rich.console import Console

_LIBRARIES = ("numpy", "pytest", "hypothesis", "nbformat", "sqlalchemy")
_EITHER = {"uid", "userns"}  # each sets a submission apart from whoever runs the grader
_EXTRAS = {"author": "cosmic-ray", "otter": "otter-grader", "cluster": "distributed"}


@click.command("doctor")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Show versions, and which rings of the sandbox hold here: each is attacked to find out.

    Exit code 1 if too few hold for hidden checks.
    """
    import platform

    from rich.console import Console

    from grader.errors import SandboxError
    from grader.sandbox import minimum

    console = Console(highlight=False, soft_wrap=True)
    python = f"Python {platform.python_version()}"
    system = f"{platform.system()} {platform.release()}, {platform.machine()}"
    console.print(f"grader {__version__}, {python}, {system}")
    console.print(", ".join(f"{name} {_version(name)}" for name in _LIBRARIES))
    for extra, name in _EXTRAS.items():
        console.print(f"extra {extra}: {name} {_version(name)}")
    console.print()
    held = _held()
    _show_rings(console, held)
    try:
        minimum.require(held)
    except SandboxError as error:
        console.print(f"[red]Hidden checks are refused:[/] {error}")
        ctx.exit(1)
    console.print("[green]Hidden checks may be run.[/]")


def _version(name: str) -> str:
    from importlib.metadata import PackageNotFoundError, version

    try:
        return version(name)
    except PackageNotFoundError:
        return "not installed"


def _held() -> tuple[str, ...]:
    from grader.sandbox.nurseries import nursery

    children = nursery()
    try:
        return children.rings
    finally:
        children.close()


def _show_rings(console: Console, held: Collection[str]) -> None:
    from rich.table import Table

    from grader.sandbox.meaning import MEANING

    table = Table("ring", "here", "what it gives a submission", box=None, pad_edge=False)
    for name, words in MEANING.items():
        if name in held:
            here = "[green]holds[/]"
        elif name in _EITHER and _EITHER & {*held}:
            here = "[dim]not needed[/]"
        else:
            here = "[red]missing[/]"
        table.add_row(name, here, words)
    console.print(table)
    console.print()
