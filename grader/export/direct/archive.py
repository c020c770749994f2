"""The zip that Gradescope grades an assignment with by our grader alone."""

from __future__ import annotations

import math
import platform
import tempfile
from math import fsum
from pathlib import Path

from grader import NAME, __version__
from grader.bank.files import files_under
from grader.export.entries import of_nothing
from grader.export.layout import FOLDER
from grader.export.packing import pack
from grader.export.pins import pinned
from grader.export.wheel import wheel_name
from grader.export.zips import zipped
from grader.model import Bank
from grader.report.files import write_atomically
from grader.report.words import number

_PROGRAMS = ("run_autograder", "setup.sh")
_TEMPLATES = Path(__file__).parent / "files"
_OURS = 2**29  # bytes that grading takes beside a submission, with some to spare
_START = 60.0  # seconds for beginning and for explaining, on half a core


def write_direct_zip(bank: Bank, assignment: str, out: Path) -> None:
    """Writes to `out` the zip for an assignment; only its owner may read it: it holds solutions.

    The same bank and libraries give the same bytes. Either the whole zip is there or what was there
    before. GraderError where a solution is missing, or it cannot be written.
    """
    values = _values(bank, assignment)
    with tempfile.TemporaryDirectory() as temporary:
        folder = Path(temporary) / FOLDER
        pack(bank, assignment, pinned(), folder)
        files = {name: _filled(name, values) for name in ("README.md", *_PROGRAMS)}
        for path in files_under(folder):
            files[f"{FOLDER}/{path.relative_to(folder).as_posix()}"] = path.read_bytes()
    write_atomically(out, zipped(files, _PROGRAMS), 0o600)


def _values(bank: Bank, assignment: str) -> dict[str, str]:
    limits = bank.course.limits
    problems = of_nothing(bank, assignment, "")
    memory = math.ceil((limits.memory_bytes + _OURS) / 2**29) / 2
    major, minor, _ = platform.python_version_tuple()
    return {
        "ASSIGNMENT": assignment,
        "GRADER": f"{NAME} {__version__}",
        "MEMORY": f"{memory:g} GB",
        "POINTS": number(fsum(problem.max_points for problem in problems)),
        "PYTHON": f"{major}.{minor}",
        "SECONDS": f"{_START + len(problems) * limits.problem_seconds:.0f}",
        "WHEEL": wheel_name(),
    }


def _filled(name: str, values: dict[str, str]) -> bytes:
    text = (_TEMPLATES / name).read_text("utf-8")
    for key, value in values.items():
        text = text.replace(f"@{key}@", value)
    return text.encode()
