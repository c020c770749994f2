"""Every folder of broken/ is a bank that must be refused, with exactly these words."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.author.lint import helper_clashes, lint
from grader.author.proof import prove
from grader.bank.load import load_bank
from grader.errors import BankError

HERE = Path(__file__).parent
FOLDERS = sorted(path for path in (HERE / "broken").iterdir() if path.is_dir())
CASES = [path for path in FOLDERS if not (path / "proof.txt").exists()]
UNPROVEN = [path for path in FOLDERS if (path / "proof.txt").exists()]


@pytest.fixture(autouse=True)
def no_variables(monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)


def assemble(case: Path, root: Path) -> None:
    """The base bank at `root`, with the case's files in place of its own."""
    shutil.copytree(HERE / "base", root, ignore=shutil.ignore_patterns("__pycache__"))
    if (case / "DELETE").exists():
        for name in (case / "DELETE").read_text().split():
            (root / name).unlink()
    ours = shutil.ignore_patterns("DELETE", "expected.txt", "proof.txt")
    shutil.copytree(case, root, ignore=ours, dirs_exist_ok=True)


def test_the_base_bank_has_no_fault():
    assert list(load_bank(HERE / "base").problems) == ["add_up", "mean_of", "scale"]


def test_there_are_at_least_twenty_five_broken_banks():
    assert len(CASES) >= 25


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_broken_bank_is_refused_with_these_words(case, tmp_path, monkeypatch):
    root = tmp_path / "bank"
    assemble(case, root)
    monkeypatch.chdir(root)
    with pytest.raises(BankError) as refused:
        load_bank(root)
    assert str(refused.value).splitlines() == (case / "expected.txt").read_text().splitlines()


@pytest.mark.parametrize("case", UNPROVEN, ids=lambda case: case.name)
def test_a_bank_whose_files_are_in_order_is_not_proven_with_these_words(
    case, tmp_path, monkeypatch
):
    root = tmp_path / "bank"
    assemble(case, root)
    monkeypatch.chdir(root)
    bank = load_bank(root)
    faults = [fault for name in bank.problems for fault in prove(bank, name, seeds=6)]
    faults += [fault for found in helper_clashes(bank).values() for fault in found]
    assert [str(fault) for fault in faults] == (case / "proof.txt").read_text().splitlines()


def test_the_base_bank_is_proven(monkeypatch):
    monkeypatch.chdir(HERE / "base")
    bank = load_bank(HERE / "base")
    assert dict(lint(bank, list(bank.problems), seeds=3)) == {name: [] for name in bank.problems}
