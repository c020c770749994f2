"""What runs in Gradescope's container for each submission: `python -I -m grader.export.direct.run`.

There is a results.json in the end, or a reason in the output and none: never a silent zero.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from grader.errors import GraderError
from grader.export import feedback
from grader.export.direct.results import results_of
from grader.export.grading import Graded, grade_work, read_work
from grader.export.layout import FOLDER
from grader.export.packed_bank import load_packed
from grader.export.place import close_to_others
from grader.intake.limits import is_source, suffix
from grader.intake.names import is_skipped, is_skipped_folder
from grader.report.files import write_atomically


def run(top: Path) -> Graded:
    """Grades `top`/submission by the bank in `top`/source, and writes `top`/results/results.json.

    `top` is laid out as Gradescope's /autograder. GraderError where nothing could be graded by our
    own fault, and then there is no results.json.
    """
    results = top / "results" / "results.json"
    results.unlink(missing_ok=True)
    close_to_others(top / "source")
    bank = load_packed(top / "source" / FOLDER)
    [assignment] = bank.course.assignments
    metadata = _metadata(top / "submission_metadata.json")
    graded = grade_work(bank, assignment, read_work(work_in(top / "submission"), metadata))
    write_atomically(results, json.dumps(results_of(graded), allow_nan=False).encode())
    return graded


def work_in(folder: Path) -> Path:
    """What was handed in: the one file in `folder` that can be read, else all of the folder."""
    kept = [
        path
        for path in folder.iterdir()
        if not is_skipped([path.name]) and not is_skipped_folder(path.name)
    ]
    if len(kept) == 1 and (is_source(kept[0].name) or suffix(kept[0].name) == ".zip"):
        return kept[0]
    return folder


def _metadata(path: Path) -> Mapping[str, Any]:
    try:
        found = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise GraderError(
            f"{path}: cannot be read ({error}), so nobody knows when this was handed in"
        ) from error
    if not isinstance(found, dict):
        raise GraderError(f"{path}: holds {type(found).__name__}; it must be an object")
    return found


def main(top: str) -> int:
    """Runs, and prints for instructors what came of it; the exit code."""
    try:
        graded = run(Path(top))
    except GraderError as error:
        print(f"grader: {error}")
        return 1
    print(feedback.for_instructors(graded.report))
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
