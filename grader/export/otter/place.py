"""The folder that otter grades in, freed of what the student put there.

Otter opens a log that was handed in as a pickle, and its kernel imports from the folder it stands
in. So whatever was handed in must be gone before either happens.
"""

from __future__ import annotations

import shutil
from pathlib import Path

from grader.report.notebook import code_notebook

_KEPT = "tests"  # otter has just put them there itself


def replace_all(submission: Path) -> None:
    """Leaves nothing in the folder of `submission` but the tests, and an empty file of its name."""
    for path in submission.parent.iterdir():
        if path.is_dir() and not path.is_symlink():
            if path.name != _KEPT:
                shutil.rmtree(path)
        else:
            path.unlink()
    submission.write_text(code_notebook([]) if submission.suffix == ".ipynb" else "", "utf-8")
