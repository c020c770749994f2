"""What every autograder's zip holds of ours: a bank, the pins of our libraries, and the grader."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from grader.export.packed_bank import pack_bank
from grader.export.wheel import build_wheel, wheel_name
from grader.model import Bank

REQUIREMENTS = "requirements.txt"


def pack(bank: Bank, assignment: str, pins: Sequence[str], folder: Path) -> None:
    """Makes `folder`, with the bank of one assignment, `requirements.txt` and the grader's wheel.

    GraderError as from `pack_bank` and `build_wheel`.
    """
    folder.mkdir()
    pack_bank(bank, assignment, folder)
    (folder / wheel_name()).write_bytes(build_wheel())
    (folder / REQUIREMENTS).write_text("\n".join([*pins, ""]), "utf-8")
