"""Notebooks made in a line or two, imported by the command as an author would."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from grader.author.proof import prove
from grader.bank.load import load_bank
from grader.cli.main import cli
from grader.errors import Fault

FIXTURES = Path(__file__).parent / "fixtures"
MASTERS = ("ok_master", "exception_master", "metadata_master")


@dataclass(frozen=True)
class Outcome:
    """What the command said, and the course that it wrote."""

    exit_code: int
    output: str
    root: Path

    def text(self, place: str) -> str:
        """The text of a file below the course, of a problem in the unit `lab`."""
        tree, problem, name = place.split("/")
        return (self.root / tree / "lab" / problem / name).read_text("utf-8")

    def faults(self, problem: str) -> list[Fault]:
        """What the proof of a problem says, with one draw."""
        return prove(load_bank(self.root), problem, 1)


@pytest.fixture(autouse=True)
def no_variables(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("GRADER_SOLUTIONS", "GRADER_SALT", "GRADER_COURSE"):
        monkeypatch.delenv(name, raising=False)


@pytest.fixture
def run(tmp_path: Path) -> Callable[..., Outcome]:
    """`grader import KIND PATH --unit lab --out COURSE`, and what came of it."""

    def run(kind: str, path: Path, *options: str, out: str = "course") -> Outcome:
        arguments = ["import", kind, str(path), "--unit", "lab", "--out", str(tmp_path / out)]
        result = CliRunner().invoke(cli, [*arguments, *options])
        assert result.exception is None or isinstance(result.exception, SystemExit)
        return Outcome(result.exit_code, result.output, tmp_path / out)

    return run


@pytest.fixture
def notebook(tmp_path: Path) -> Callable[..., Path]:
    """A notebook of these cells, written to a file."""

    def write(cells: Sequence[dict[str, Any]], name: str = "lab.ipynb", **metadata: Any) -> Path:
        kernel = {"name": "python3", "language": "python", "display_name": "Python 3"}
        tree = {
            "nbformat": 4,
            "nbformat_minor": 4,
            "metadata": {"kernelspec": kernel, **metadata},
            "cells": list(cells),
        }
        path = tmp_path / name
        path.write_text(json.dumps(tree), "utf-8")
        return path

    return write


def _cell(kind: str, source: str, **metadata: Any) -> dict[str, Any]:
    made: dict[str, Any] = {"cell_type": kind, "source": source, "metadata": metadata}
    return made if kind != "code" else {**made, "outputs": [], "execution_count": None}


@pytest.fixture
def cell() -> Callable[..., dict[str, Any]]:
    """A cell: `cell("code", "x = 1")`."""
    return _cell


@pytest.fixture
def question() -> Callable[..., list[dict[str, Any]]]:
    """The cells of a question of a master notebook: its answer and its tests."""

    def cells(name: str, answer: str, *tests: str, config: str = "") -> list[dict[str, Any]]:
        return [
            _cell("raw", f"# BEGIN QUESTION\nname: {name}\n{config}"),
            _cell("markdown", "Write it."),
            _cell("raw", "# BEGIN SOLUTION"),
            _cell("code", answer),
            _cell("raw", "# END SOLUTION"),
            _cell("raw", "# BEGIN TESTS"),
            *(_cell("code", test) for test in tests),
            _cell("raw", "# END TESTS"),
            _cell("raw", "# END QUESTION"),
        ]

    return cells


@pytest.fixture(scope="session")
def assigned(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """What the real `otter assign` makes of the master notebooks, by their names."""
    command = [sys.executable, "-m", "otter", "assign", "--no-run-tests"]
    made = {name: tmp_path_factory.mktemp("assigned") for name in MASTERS}
    running = [
        subprocess.Popen(
            [*command, str(FIXTURES / f"{name}.ipynb"), str(folder)],
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            text=True,
        )
        for name, folder in made.items()
    ]
    said = [process.communicate()[0] for process in running]
    assert [process.returncode for process in running] == [0] * len(running), said
    return made
