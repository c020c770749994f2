"""C. Answers that are legal one by one and cost the judge itself memory or time.

Each runs a judge in a process of its own, so that what it takes can be measured and is given back.
"""

from __future__ import annotations

import subprocess
import sys
import textwrap
from pathlib import Path

ROOT = Path(__file__).parents[2]
MEASURE = """
import resource, sys
from pathlib import Path
from grader.bank.load import load_bank
from grader.intake.submission import read_submission
from grader.judge.judge import Judge

def peak():
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024

with Judge(load_bank(Path(sys.argv[1])), ["softmax"]) as judge:
    judge.grade(read_submission(Path(sys.argv[2])), ["softmax"])
    before = peak()
    report = judge.grade(read_submission(Path(sys.argv[3])), ["softmax"], explain=False)
    assert report.score == 0
    print(peak() - before)
"""


def megabytes_taken(tmp_path, source):
    """How far the judge's own memory grew while it graded a source."""
    names = ("measure.py", "honest.py", "attack.py")
    texts = (MEASURE, "def softmax(Z, axis=-1):\n    return Z\n", textwrap.dedent(source))
    for name, text in zip(names, texts, strict=True):
        (tmp_path / name).write_text(text)
    measure, honest, attack = (str(tmp_path / name) for name in names)
    done = subprocess.run(
        [sys.executable, measure, str(ROOT), honest, attack],
        capture_output=True,
        text=True,
        timeout=60,
        check=True,
    )
    return int(done.stdout)


def test_44_a_list_of_texts_does_not_blow_up_in_the_judge(tmp_path):
    source = """
    def softmax(Z, axis=-1):
        return ["x" * 10**6] + [""] * 60
    """
    assert megabytes_taken(tmp_path, source) < 100


def test_44_large_answers_are_not_all_kept(tmp_path):
    source = """
    import numpy as np
    def softmax(Z, axis=-1):
        return np.zeros(5 * 10**6)
    """
    assert megabytes_taken(tmp_path, source) < 200
