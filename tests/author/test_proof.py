"""What `lint` says of a problem whose check is at fault itself."""

from __future__ import annotations

import shutil
import signal
from pathlib import Path

from grader.author.proof import prove
from grader.bank.load import load_bank
from grader.judge import limit

BASE = Path(__file__).parents[1] / "bank" / "base"


def test_a_check_without_an_end_is_told_and_nothing_more_is_tried(tmp_path, monkeypatch):
    bank = tmp_path / "bank"
    shutil.copytree(BASE, bank, ignore=shutil.ignore_patterns("__pycache__"))
    test = bank / "solutions" / "products" / "scale" / "test_scale.py"
    test.write_text(test.read_text() + "    while True:\n        pass\n")
    monkeypatch.setattr(limit, "SECONDS", 0.3)
    before = signal.getsignal(signal.SIGVTALRM)
    (fault,) = prove(load_bank(bank), "scale", 2)
    assert "the reference must pass 'by_zero'; broken: EndlessCheck" in fault.text
    assert "computes for more than 0.3 s without an end" in fault.text
    assert signal.getsignal(signal.SIGVTALRM) is before
