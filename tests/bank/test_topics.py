"""docs/topics.md names problems of the bank, each of them, and nothing else."""

from __future__ import annotations

import re
from pathlib import Path

from grader.bank.load import load_bank

ROOT = Path(__file__).parents[2]


def test_the_page_of_topics_names_every_problem_and_no_other():
    page = (ROOT / "docs" / "topics.md").read_text("utf-8")
    assert set(re.findall(r"`(\w+)`", page)) == set(load_bank(ROOT).problems)
