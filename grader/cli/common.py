"""What commands share: opening the bank, and writing where the user said."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import click

from grader.errors import GraderError

if TYPE_CHECKING:
    from grader.model import Bank


def open_bank(ctx: click.Context) -> Bank:
    """The bank of `--course`, else the nearest upward. Raises GraderError with all its faults."""
    from grader.bank.load import find_root, load_bank

    given = ctx.find_object(Path)
    return load_bank(given or find_root(Path.cwd()))


def write_output(target: str, data: bytes) -> None:
    """Write `data` to the file `target`, or to stdout for `-`. Raises GraderError if it cannot."""
    if target == "-":
        click.echo(data, nl=False)
        return
    try:
        Path(target).write_bytes(data)
    except OSError as error:
        reason = (error.strerror or str(error)).lower()
        raise GraderError(f"{target}: cannot be written: {reason}") from error
