"""The last step of setup.sh: what would keep submissions from being graded, keeps the image from
being built.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

from grader.errors import GraderError
from grader.export.grading import grade_work, read_work
from grader.export.packed_bank import load_packed
from grader.export.place import open_python_to_others
from grader.export.verify_work import write_submissions
from grader.report.words import number, points

_TRIED = {"reference.py": True, "mistakes_1.ipynb": False}  # and whether it must get all points


def prove(folder: Path) -> str:
    """Grades the reference and one packed mistake by the bank in `folder`; what came of it.

    GraderError unless the reference has full marks and the mistake has not. All of the grader is
    used on the way: what is missing in this image is missed here.
    """
    bank = load_packed(folder)
    [assignment] = bank.course.assignments
    found = []
    with tempfile.TemporaryDirectory() as temporary:
        for path in write_submissions(bank, assignment, Path(temporary)):
            if path.name not in _TRIED:
                continue
            report = grade_work(bank, assignment, read_work(path, {})).report
            said = f"{path.name} gets {number(report.score)} of {points(report.max_score)}"
            if (report.score == report.max_score) is not (is_right := _TRIED[path.name]):
                raise GraderError(f"{said} here, which must {'' if is_right else 'not '}be all")
            found.append(said)
    return ", ".join(found)


def main(folder: str) -> int:
    """Lets all users pass to this Python, then proves that it grades; the exit code."""
    open_python_to_others()
    try:
        print(f"nabla: {prove(Path(folder))}")
    except GraderError as error:
        print(f"grader: {error}", file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
