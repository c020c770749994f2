"""A tiny course and an inbox for it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from grader.bank.load import load_bank

BASE = Path(__file__).parents[1] / "bank" / "base"

GOOD = "def add_up(numbers, start=0.0):\n    return start + sum(numbers)\n"
MEAN = "def mean_of(numbers):\n    if not len(numbers):\n        raise ValueError\n"
MEAN += "    return sum(numbers) / len(numbers)\n"
SIZES = "def add_up(numbers, start=0.0):\n    return start + sum(abs(n) for n in numbers)\n"


@pytest.fixture
def root(tmp_path, monkeypatch):
    monkeypatch.delenv("GRADER_SOLUTIONS", raising=False)
    monkeypatch.delenv("GRADER_SALT", raising=False)
    root = tmp_path / "course"
    shutil.copytree(BASE, root, ignore=shutil.ignore_patterns("__pycache__"))
    return root


@pytest.fixture
def bank(root):
    return load_bank(root)


@pytest.fixture
def inbox(tmp_path):
    folder = tmp_path / "inbox"
    folder.mkdir()
    (folder / "ada.py").write_text(GOOD + MEAN)
    (folder / "bob.py").write_text(SIZES)
    (folder / "cleo").mkdir()
    (folder / "cleo" / "mean_of.py").write_text(MEAN)
    (folder / "dora.zip").write_bytes(b"not a zip")
    return folder
