"""docs/security.md says what the code does: its rings and its attacks are those of the tests."""

from __future__ import annotations

import importlib.util
from pathlib import Path

from grader.sandbox import seccomp
from grader.sandbox.meaning import MEANING

ROOT = Path(__file__).parents[1]
PAGE = (ROOT / "docs" / "security.md").read_text("utf-8")


def rows(name):
    table = PAGE.split(f"<!-- {name}: begin -->")[1].split(f"<!-- {name}: end -->")[0]
    lines = table.strip().splitlines()[2:]
    return [tuple(cell.strip() for cell in line.strip("|").split("|")) for line in lines]


def walls():
    file = ROOT / "tests" / "sandbox" / "test_walls.py"
    spec = importlib.util.spec_from_file_location("walls_of_the_page", file)
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def test_the_rings_of_the_page_are_those_of_the_doctor():
    assert rows("rings") == [(f"`{name}`", words) for name, words in MEANING.items()]


def test_the_attacks_of_the_page_are_those_that_are_tried():
    tried = [
        (what, ", ".join(f"`{ring}`" for ring in stops))
        for what, (stops, *_) in walls().ATTACKS.items()
    ]
    assert rows("attacks") == tried


def test_the_count_of_system_calls_is_about_right():
    assert "leaves about 130 of them" in PAGE
    assert 120 <= len(seccomp.ALLOWED) <= 140
